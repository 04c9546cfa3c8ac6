import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { dedupe: ['react', 'react-dom', 'react-router'] },
  test: {
    include: ['src/**/*.test.{ts,tsx}'],
    // Packages of Tessera are published as TypeScript.
    server: { deps: { inline: [/@tessera/] } },
  },
});
