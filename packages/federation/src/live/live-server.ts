import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { RemoteManifest } from '@tessera/contracts/remote-manifest.ts';
import react from '@vitejs/plugin-react';
import { createServer as createViteServer, type ViteDevServer } from 'vite';
import { readManifest } from '../vite/build.ts';
import { manifestPlugin } from '../vite/manifest-plugin.ts';
import { messagesPlugin } from '../vite/messages-plugin.ts';
import { variantPlugin } from '../vite/variant-plugin.ts';
import { liveEntryOf, livePlugin } from './live-plugin.ts';
import { toLiveDocument } from './live-document.ts';
import { createShopProxy } from './shop-proxy.ts';

export interface LiveOptions {
  /** The repository. */
  root: string;
  /** Folder of the remote that is worked on, below the root. */
  remote: string;
  variant?: string;
  /** Port of the running platform. */
  shopPort: number;
  /** Port to listen on; 0 for any. */
  port: number;
}

export interface LiveServer {
  port: number;
  stop(): Promise<void>;
}

/** Paths that are source; all else is the shop's. */
const source = /^\/(?:@|node_modules\/|packages\/|shell\/|mfe-|\.cache\/)/;

/**
 * The running shop at another port, with one remote and the shell from their source: what is saved is in the page at
 * once, without a document load. Only who comes by this port sees it.
 */
export async function startLive({ root, remote, variant, shopPort, port }: LiveOptions): Promise<LiveServer> {
  const server = createServer();
  const folder = path.join(root, remote);
  const manifest = await readManifest(folder);
  const vite = await startVite(server, { root, folder, manifest, variant });
  const proxy = createShopProxy({
    shopPort,
    toDocument: (html, host) =>
      toLiveDocument(html, {
        remote: manifest.name,
        entry: `http://${host}${liveEntryOf(manifest.name)}`,
        shell: '/shell/src/main.tsx',
      }),
  });
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    if (source.test(request.url ?? '/')) vite.middlewares(request, response);
    else proxy(request, response);
  });
  await listen(server, port);
  return {
    port: (server.address() as AddressInfo).port,
    async stop() {
      await vite.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

interface Sources {
  root: string;
  folder: string;
  manifest: RemoteManifest;
  variant: string | undefined;
}

async function startVite(server: Server, { root, folder, manifest, variant }: Sources): Promise<ViteDevServer> {
  const shell = path.join(root, 'shell');
  return createViteServer({
    root,
    configFile: false,
    appType: 'custom',
    publicDir: false,
    cacheDir: path.join(root, '.cache/live'),
    logLevel: 'warn',
    plugins: [
      ...(variant === undefined ? [] : [variantPlugin(folder, variant)]),
      manifestPlugin(folder, manifest),
      manifestPlugin(shell, await readManifest(shell)),
      messagesPlugin(),
      react(),
      livePlugin({ name: manifest.name, folder }),
    ],
    // Found in one go: a dependency that is found later reloads the page.
    optimizeDeps: { entries: [path.join(folder, 'src/remote.tsx'), path.join(shell, 'src/main.tsx')] },
    server: {
      middlewareMode: true,
      hmr: { server },
      watch: {
        ignored: ['**/dist/**', '**/dist-*/**', '**/backend/**', '**/infra/**', '**/.tessera/**', '**/docs/**'],
      },
    },
  });
}

const listen = (server: Server, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, () => resolve());
  });
