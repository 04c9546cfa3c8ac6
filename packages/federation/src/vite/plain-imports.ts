import type { Plugin } from 'vite';

/**
 * Leaves dynamic imports as they are. Vite wraps each in a helper that preloads files and styles; here the document
 * preloads what a route needs, with integrity, and every build has one stylesheet.
 */
export function plainImports(): Plugin {
  return {
    name: 'tessera:plain-imports',
    enforce: 'pre',
    load: {
      filter: { id: /vite\/preload-helper/ },
      handler: () => 'export const __vitePreload = (load) => load();',
    },
  };
}
