import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readBody, type ServiceReply } from '../engines/service-reply.ts';

export interface ApiRequest {
  method: string;
  url: URL;
  headers: IncomingMessage['headers'];
  body: string;
}

const maxBodyBytes = 4 * 1024 * 1024;

/** An API on a loopback port of its own; `failed` says an unexpected error in its protocol. */
export async function listenOnLoopback(
  answer: (request: ApiRequest) => Promise<ServiceReply> | ServiceReply,
  failed: (message: string) => ServiceReply,
): Promise<{ port: number; stop(): Promise<void> }> {
  const handle = async (incoming: IncomingMessage): Promise<ServiceReply> => {
    const body = (await readBody(incoming, maxBodyBytes))?.toString() ?? '';
    const url = new URL(incoming.url ?? '/', 'http://local');
    return answer({ method: incoming.method ?? 'GET', url, headers: incoming.headers, body });
  };
  const server = createServer((incoming, response) => {
    handle(incoming)
      .catch((error: unknown) => failed(String(error)))
      .then((reply) => send(response, reply))
      .catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port, // of a server that listens on a port
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function send(response: ServerResponse, { status, contentType, headers, body }: ServiceReply): void {
  response.writeHead(status, { 'content-type': contentType, ...headers }).end(body);
}
