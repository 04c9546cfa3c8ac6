import path from 'node:path';
import type { RemoteManifest } from '@tessera/contracts/remote-manifest.ts';
import type { Plugin } from 'vite';

/** Inlines the checked `manifest.ts` as plain data, so that the schema library stays out of the browser. */
export function manifestPlugin(root: string, manifest: RemoteManifest): Plugin {
  const file = path.join(root, 'manifest.ts');
  return {
    name: 'tessera:manifest',
    enforce: 'pre',
    load: (id) => (path.normalize(id) === file ? `export default ${JSON.stringify(manifest)};` : null),
  };
}
