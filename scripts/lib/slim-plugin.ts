import type { Plugin } from 'esbuild';
import { dirname } from 'node:path';

/**
 * Leaves out of a function what nothing in it needs: Zod's error texts in fifty languages (ours are never shown to
 * people), fontkit's own Brotli decoder, where Node has one, every way to credentials but the one Lambda uses, and
 * ElectroDB's check of each entity against the schema of entities, which every test of ours makes.
 */
export const slimPlugin: Plugin = {
  name: 'slim',
  setup(build) {
    build.onLoad({ filter: /[\\/]zod[\\/]v4[\\/]locales[\\/]index\.(?:js|cjs)$/ }, () => ({
      contents: "export { default as en } from './en.js';",
      loader: 'js',
    }));
    build.onResolve({ filter: /^jsonschema$/ }, () => ({ path: 'jsonschema', namespace: 'slim' }));
    build.onLoad({ filter: /^jsonschema$/, namespace: 'slim' }, () => ({
      contents: `exports.Validator = class { addSchema() {} validate() { return { errors: [] }; } };
exports.Validator.prototype.customFormats = {};`,
      loader: 'js',
    }));
    build.onResolve({ filter: /^brotli\/decompress(?:\.js)?$/ }, () => ({ path: 'brotli', namespace: 'slim' }));
    build.onLoad({ filter: /^brotli$/, namespace: 'slim' }, () => ({
      contents: "import { brotliDecompressSync } from 'node:zlib'; export default brotliDecompressSync;",
      loader: 'js',
    }));
    build.onLoad(
      { filter: /[\\/]@aws-sdk[\\/]credential-provider-node[\\/]dist-[a-z]+[\\/]index\.js$/ },
      ({ path }) => ({
        contents: "export { fromEnv as defaultProvider } from '@aws-sdk/credential-provider-env';",
        resolveDir: dirname(path),
        loader: 'js',
      }),
    );
  },
};
