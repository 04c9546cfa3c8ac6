import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{packages,shell,mfe-*,backend,infra,scripts,tests}/**/*.test.{ts,tsx}'],
    exclude: [
      '**/node_modules/**',
      '**/dist/**',
      'tests/e2e/**',
      'tests/faults/**',
      'tests/bench/**',
      'tests/commands/**',
      'tests/load/**',
    ],
    globalSetup: ['tests/setup/engines.ts'],
    maxWorkers: availableParallelism(),
    testTimeout: 20_000,
    hookTimeout: 30_000,
  },
});
