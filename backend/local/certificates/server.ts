import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import type { Authority } from './authority.ts';

const Request = z.object({ host: z.string().min(3).max(253) });

/** The authority over HTTP, on loopback. */
export async function startCertificateServer(
  authority: Authority,
): Promise<{ endpoint: string; stop(): Promise<void> }> {
  const server = createServer((request, response) => {
    answer(authority, request, response).catch(() => send(response, 500, { error: 'failed' }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(authority: Authority, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const id = /^\/certificates\/([\w-]+)$/.exec(request.url ?? '')?.[1];
  if (request.method === 'POST' && request.url === '/certificates') {
    const body = Request.safeParse(jsonOf(await text(request)));
    return body.success
      ? send(response, 201, authority.request(body.data.host))
      : send(response, 422, { error: 'host' });
  }
  if (request.method === 'GET' && id) {
    const found = await authority.find(id);
    return send(response, found ? 200 : 404, found ?? { error: 'not found' });
  }
  if (request.method === 'DELETE' && id) return send(response, authority.remove(id) ? 200 : 404, {});
  return send(response, 404, { error: 'not found' });
}

function jsonOf(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

const send = (response: ServerResponse, status: number, body: object): void =>
  void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
