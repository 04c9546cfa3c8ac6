import type { RemoteBuild } from '@tessera/contracts/release.ts';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { listen, type Listening } from './listen.ts';
import { anyOrigin, sendFile, watchBuild, type BuildOutcome } from './watched-build.ts';

export interface Serving extends Listening {
  /** As it was when serving began. */
  build: RemoteBuild;
  origin: string;
}

export interface ServingOptions {
  /** The remote. */
  root: string;
  port: number;
  onBuild(outcome: BuildOutcome): void;
}

const reloadPath = '/@tessera/reload';

/** A remote's files for pages of a shop elsewhere, on this machine alone: each save builds anew and loads such pages again. */
export async function startServing({ root, port, onBuild }: ServingOptions): Promise<Serving> {
  const watched = await watchBuild(root, onBuild);
  const { build } = watched.built();
  const folder = `/${build.manifest.name}/${build.version}/`;
  const styles = new Map(build.css.map((file, index) => [folder + file, index]));

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = (request.url ?? '/').split('?')[0] ?? '/';
    const now = watched.built();
    if (request.method === 'OPTIONS') return void response.writeHead(204, preflight).end();
    if (url === reloadPath) return watched.follow(response);
    if (url === folder + build.entry) return sendEntry(response, path.join(now.folder, now.build.entry));
    // A stylesheet's name changes with its text, and the page knows the first one.
    const style = now.build.css[styles.get(url) ?? -1];
    if (style !== undefined) {
      const headers = { 'content-type': 'text/css', 'cache-control': 'no-store', ...anyOrigin };
      return void createReadStream(path.join(now.folder, style)).pipe(response.writeHead(200, headers));
    }
    if (!sendFile(now, [''], request, response)) response.writeHead(404, anyOrigin).end();
  }

  /** The entry runs once in a page, whatever of the remote does: it listens for the next build. */
  async function sendEntry(response: ServerResponse, file: string): Promise<void> {
    const source = await readFile(file, 'utf8');
    const headers = { 'content-type': 'text/javascript', 'cache-control': 'no-store', ...anyOrigin };
    response.writeHead(200, headers).end(`${source}\n${reloadScript}`);
  }

  const listening = await listen((request, response) => void answer(request, response), {
    ...{ port, host: '127.0.0.1' },
    stop: () => watched.stop(),
  });
  return { ...listening, build, origin: `http://localhost:${listening.port}` };
}

/** A page on the open net asks first whether it may speak to this machine. */
const preflight = {
  ...anyOrigin,
  'access-control-allow-private-network': 'true',
  'access-control-allow-methods': 'GET',
};

const reloadScript = `new EventSource(new URL(${JSON.stringify(reloadPath)}, import.meta.url)).onmessage = () => location.reload();\n`;
