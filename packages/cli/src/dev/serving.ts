import type { RemoteBuild } from '@tessera/contracts/release.ts';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { listen, type Listening } from './listen.ts';
import { anyOrigin, sendBuilt, sendFile, watchBuild, type WatchOptions } from './watched-build.ts';

export interface Serving extends Listening {
  /** As it was when serving began. */
  build: RemoteBuild;
  origin: string;
}

export interface ServingOptions extends WatchOptions {
  port: number;
}

const reloadPath = '/@tessera/reload';

/** A remote's files for pages of a shop elsewhere, on this machine alone: each save builds anew and loads such pages again. */
export async function startServing({ port, ...options }: ServingOptions): Promise<Serving> {
  const watched = await watchBuild(options);
  const { build } = watched.built();
  const folder = `/${build.manifest.name}/${build.version}/`;
  const styles = new Map(build.css.map((file, index) => [folder + file, index]));

  function answer(request: IncomingMessage, response: ServerResponse): void {
    const url = (request.url ?? '/').split('?')[0] ?? '/';
    const now = watched.built();
    const send = (file: string, contentType: string, behind = '') =>
      void sendFile(response, path.join(now.folder, file), { contentType, behind });
    if (request.method === 'OPTIONS') return void response.writeHead(204, preflight).end();
    if (url === reloadPath) return watched.follow(response);
    // The entry runs once in a page, whatever of the remote does: it listens for the next build.
    if (url === folder + build.entry) return send(now.build.entry, 'text/javascript', `\n${reloadScript}`);
    // A stylesheet's name changes with its text, and the page knows the first one.
    const style = now.build.css[styles.get(url) ?? -1];
    if (style !== undefined) return send(style, 'text/css');
    if (!sendBuilt(now, [''], request, response)) response.writeHead(404, anyOrigin).end();
  }

  const listening = await listen(answer, { ...{ port, host: '127.0.0.1' }, stop: () => watched.stop() });
  return { ...listening, build, origin: `http://localhost:${listening.port}` };
}

/** A page on the open net asks first whether it may speak to this machine. */
const preflight = {
  ...anyOrigin,
  'access-control-allow-private-network': 'true',
  'access-control-allow-methods': 'GET',
};

const reloadScript = `new EventSource(new URL(${JSON.stringify(reloadPath)}, import.meta.url)).onmessage = () => location.reload();\n`;
