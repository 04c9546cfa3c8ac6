import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { compressKept } from '../../../backend/local/edge/compression.ts';
import { ask } from '../lib/loopback.ts';
import type { Monolith } from './build.ts';
import { toMonolithDocument } from './document.ts';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
};

export interface MonolithServer {
  origin: string;
  stop(): Promise<void>;
}

/** Serves the one application the way the platform serves files; its API calls go to the shop. */
export async function serveMonolith(monolith: Monolith, shopOrigin: string): Promise<MonolithServer> {
  const kept = new Map<string, Promise<Encoded>>();
  const encoded = (key: string, load: () => Promise<Buffer>): Promise<Encoded> => {
    const known = kept.get(key) ?? load().then(encode);
    kept.set(key, known);
    return known;
  };
  const styles = await readFile(path.join(monolith.folder, monolith.stylesheet), 'utf8');
  const loadDocument = async (): Promise<Buffer> => {
    const { body } = await ask(new URL('/', shopOrigin));
    return Buffer.from(toMonolithDocument(body.toString(), monolith, styles));
  };

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { pathname } = new URL(request.url ?? '/', shopOrigin);
    const isOwn = pathname === '/' || pathname.startsWith('/assets/');
    if (!isOwn) return pass(request, response, shopOrigin);
    const file = path.join(monolith.folder, pathname);
    const type = types[pathname === '/' ? '.html' : path.extname(pathname)] ?? 'application/octet-stream';
    if (type === types['.woff2']) {
      response.writeHead(200, { 'content-type': type }).end(await readFile(file));
      return;
    }
    const { body, headers } = await encoded(pathname, pathname === '/' ? loadDocument : () => readFile(file));
    response.writeHead(200, { 'content-type': type, ...headers }).end(body);
  };
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => response.writeHead(500).end(String(error)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://monolith.localhost:${port}`,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

interface Encoded {
  body: Buffer;
  headers: Record<string, string>;
}

/** Small files go as they are, as at the platform's edge. */
async function encode(body: Buffer): Promise<Encoded> {
  if (body.byteLength < 1_000) return { body, headers: {} };
  return { body: await compressKept(body, 'br'), headers: { 'content-encoding': 'br' } };
}

async function pass(request: IncomingMessage, response: ServerResponse, shopOrigin: string): Promise<void> {
  const { cookie, accept = '*/*', 'content-type': type } = request.headers;
  const answer = await ask(new URL(request.url ?? '/', shopOrigin), {
    ...(request.method === undefined ? {} : { method: request.method }),
    headers: {
      accept,
      ...(cookie === undefined ? {} : { cookie }),
      ...(type === undefined ? {} : { 'content-type': type }),
    },
    body: Buffer.concat((await request.toArray()) as Buffer[]),
  });
  const { 'content-type': answerType = 'application/octet-stream' } = answer.headers;
  response.writeHead(answer.status, { 'content-type': answerType }).end(answer.body);
}
