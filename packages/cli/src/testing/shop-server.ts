import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Asked {
  method: string;
  path: string;
  authorization: string | undefined;
  body: string;
}

export type Answer = { status: number; json?: unknown; body?: string; headers?: Record<string, string> };

export interface ShopServer extends AsyncDisposable {
  origin: string;
  asked: Asked[];
}

/** A shop over HTTP that answers what a test says. It is no proof of the real one: that is in `tests/`. */
export async function startShopServer(answer: (asked: Asked, origin: string) => Answer): Promise<ShopServer> {
  const asked: Asked[] = [];
  let origin = '';
  const listener = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    let body = '';
    for await (const chunk of request.setEncoding('utf8')) body += String(chunk);
    const { method = 'GET', url: path = '/' } = request;
    const one = { method, path, authorization: request.headers.authorization, body };
    asked.push(one);
    const { status, json, body: text, headers } = answer(one, origin);
    const type = status >= 400 ? 'application/problem+json' : 'application/json';
    response.writeHead(status, { 'content-type': type, ...headers }).end(text ?? JSON.stringify(json ?? {}));
  };
  const server = createServer((request, response) => void listener(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    asked,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export const problem = (status: number, code: string, more: object = {}): Answer => ({
  status,
  json: { type: 'about:blank', title: `It is ${code}`, status, code, ...more },
});
