import { createShopProxy } from '@tessera/federation/live/shop-proxy.ts';
import { createReadStream, watch } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { candidateDocument } from '../gate/browser/candidate-document.ts';
import { buildProject, type Built } from '../project/build-project.ts';

export interface Rebuilding {
  port: number;
  stop(): Promise<void>;
}

export interface RebuildingOptions {
  /** The remote. */
  root: string;
  /** Port of the shop, on this machine. */
  shopPort: number;
  port: number;
  onBuild(outcome: { ok: true; durationMs: number } | { ok: false; message: string }): void;
}

const filesPath = '/@tessera/build';
const reloadPath = '/@tessera/reload';
const pauseMs = 100;

/**
 * The running shop at another port, with one remote as it is in its folder: each save builds it anew and loads the page
 * again. For a repository that has no source of the shell; with one, `startLive` keeps the page's state.
 */
export async function startRebuilding({ root, shopPort, port, onBuild }: RebuildingOptions): Promise<Rebuilding> {
  const outDir = path.join('node_modules', '.cache', 'tessera-dev');
  const pages = new Set<ServerResponse>();
  let built: Built = await buildProject(root, outDir);

  const proxy = createShopProxy({
    shopPort,
    toDocument(html, host, at) {
      const candidate = { build: built.build, cdn: `http://${host}${filesPath}` };
      const page = candidateDocument({ html, policy: '' }, at, candidate);
      return page.html.replace('</body>', `<script type="module" src="${reloadPath}.js"></script></body>`);
    },
    answers: (request, response) => answer(request, response),
  });

  function answer(request: IncomingMessage, response: ServerResponse): boolean {
    const url = (request.url ?? '/').split('?')[0] ?? '/';
    if (url === `${reloadPath}.js`) response.writeHead(200, { 'content-type': 'text/javascript' }).end(reloadScript);
    else if (url === reloadPath) openStream(response);
    else return sendFile(url, response);
    return true;
  }

  function openStream(response: ServerResponse): void {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' }).flushHeaders();
    pages.add(response);
    response.once('close', () => pages.delete(response));
  }

  /** A build's files under the addresses that its document gives them. */
  function sendFile(url: string, response: ServerResponse): boolean {
    const { manifest, version, files } = built.build;
    const file = [filesPath, '/files'].flatMap((prefix) => {
      const base = `${prefix}/${manifest.name}/${version}/`;
      return url.startsWith(base) ? files.filter((one) => one.path === url.slice(base.length)) : [];
    })[0];
    if (!file) return false;
    const headers = {
      'content-type': file.contentType,
      'cache-control': 'no-store',
      'access-control-allow-origin': '*',
    };
    createReadStream(path.join(built.folder, file.path)).pipe(response.writeHead(200, headers));
    return true;
  }

  let building: Promise<void> = Promise.resolve();
  const rebuild = async (): Promise<void> => {
    const begun = Date.now();
    try {
      built = await buildProject(root, outDir);
      for (const page of pages) page.write('data: reload\n\n');
      onBuild({ ok: true, durationMs: Date.now() - begun });
    } catch (error) {
      onBuild({ ok: false, message: error instanceof Error ? error.message : String(error) });
    }
  };
  let timer: NodeJS.Timeout | undefined;
  const onChange = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => (building = building.then(rebuild)), pauseMs);
  };
  const watchers = [
    watch(path.join(root, 'src'), { recursive: true }, onChange),
    watch(path.join(root, 'manifest.ts'), onChange),
  ];
  const server = createServer(proxy);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, () => resolve());
  });
  return {
    port: (server.address() as AddressInfo).port,
    async stop() {
      for (const watcher of watchers) watcher.close();
      clearTimeout(timer);
      await building;
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Only what comes after the page is news to it. */
const reloadScript = `new EventSource(${JSON.stringify(reloadPath)}).onmessage = () => location.reload();\n`;
