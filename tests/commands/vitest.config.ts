import path from 'node:path';
import { defineConfig } from 'vitest/config';

/** The commands a person types, run as they are: one after another, because each is the whole product or keeps all of the machine busy. */
export default defineConfig({
  test: {
    root: path.resolve(import.meta.dirname, '../..'),
    include: ['tests/commands/*.test.ts', 'tests/faults/**/*.test.ts'],
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 240_000,
  },
});
