import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { DataEntry } from '@tessera/contracts/boot.ts';
import { type BuiltRelease, requireShell, writeDocument } from './document.ts';
import { createFaults, type Faults } from './faults.ts';

export interface Harness {
  origin: string;
  faults: Faults;
  /** API paths asked for over the network, in order. */
  apiCalls: string[];
  telemetry: { type: string; reason?: string }[];
  /** Whether documents carry the remote's markup. */
  render: boolean;
  /** Whether connections are dropped. */
  down: boolean;
  close(): Promise<void>;
}

const host = 'sample.localhost';

/** One server, two origins: the shop's documents and API, and its files. */
export async function startHarness(releases: readonly BuiltRelease[]): Promise<Harness> {
  const faults = createFaults();
  const server = createServer((request, response) => {
    void serve(request, response).catch((error: unknown) => {
      response.writeHead(500).end(String(error));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const cdn = `http://cdn.${host}:${port}`;
  const harness: Harness = {
    origin: `http://${host}:${port}`,
    faults,
    apiCalls: [],
    telemetry: [],
    render: true,
    down: false,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return harness;

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (harness.down) return void request.socket.destroy();
    const url = new URL(request.url ?? '/', harness.origin);
    if (request.headers.host?.startsWith('cdn.')) return serveFile(url.pathname, response);
    if (url.pathname.startsWith('/api/')) return serveApi(url, request, response);
    if (url.pathname === '/sw.js')
      return void response.writeHead(200, { 'content-type': 'text/javascript' }).end(await workerScript(releases, cdn));
    if (url.pathname === '/favicon.ico') return void response.writeHead(204).end();
    const { html, headers } = await writeDocument({ url, cdn, releases, answer, render: harness.render });
    response.writeHead(200, headers).end(html);
  }

  async function serveFile(pathname: string, response: ServerResponse): Promise<void> {
    const fault = faults.of(pathname);
    if (fault === 'hang') return;
    const [, name, version, ...rest] = pathname.split('/');
    const release = releases.find(({ build }) => build.manifest.name === name && build.version === version);
    const file = release?.build.files.find(({ path: known }) => known === rest.join('/'));
    if (!release || !file || fault === 'missing')
      return void response.writeHead(503, { 'access-control-allow-origin': '*', 'cache-control': 'no-store' }).end();
    const bytes = await readFile(path.join(release.folder, file.path));
    const body = fault === 'tamper' ? Buffer.concat([bytes, Buffer.from('\n// changed')]) : bytes;
    response
      .writeHead(200, {
        'content-type': file.contentType,
        'access-control-allow-origin': '*',
        'cache-control': 'no-store',
      })
      .end(body);
  }

  async function serveApi(url: URL, request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (url.pathname === '/api/session/telemetry') {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      const { events } = JSON.parse(Buffer.concat(chunks).toString()) as { events: { type: string }[] };
      harness.telemetry.push(...events);
      return void response.writeHead(202).end();
    }
    harness.apiCalls.push(url.pathname);
    const { status, body } = answer(url.pathname + url.search);
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  }
}

async function workerScript(releases: readonly BuiltRelease[], cdn: string): Promise<string> {
  const shell = requireShell(releases);
  const filesOf = ({ build }: BuiltRelease) =>
    build.files
      .filter(({ path: file }) => file !== build.serverEntry && file !== build.serviceWorker)
      .map(({ path: file, integrity }) => ({
        url: `${cdn}/${build.manifest.name}/${build.version}/${file}`,
        integrity,
      }));
  const remotes = releases.filter((release) => release !== shell).flatMap(filesOf);
  const config = {
    tenant: 'sample',
    cdn,
    releaseSet: 'set_smoke',
    shell: filesOf(shell),
    files: Object.fromEntries(remotes.map(({ url, integrity }) => [url, integrity])),
  };
  const source = await readFile(path.join(shell.folder, 'sw.js'), 'utf8');
  return `self.__TESSERA__ = ${JSON.stringify(config)};\n${source}`;
}

function answer(url: string): DataEntry {
  const { pathname } = new URL(url, 'http://server.invalid');
  if (pathname === '/api/session') return { status: 200, body: { signedIn: false } };
  if (pathname === '/api/public/catalog/home')
    return { status: 200, body: { shelves: [{ id: 'one' }, { id: 'two' }] } };
  const work = /^\/api\/public\/catalog\/items\/(wrk_\d)$/.exec(pathname)?.[1];
  if (work === undefined)
    return { status: 404, body: { type: 'about:blank', title: 'Not found', status: 404, code: 'not_found' } };
  const fromPrice = { amount: { amountMinor: '1299', currency: 'USD' }, tax: { display: 'exclusive', label: '' } };
  return { status: 200, body: { id: work, title: `Work ${work.slice(-1)}`, fromPrice } };
}
