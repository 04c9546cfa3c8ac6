import { request, type IncomingHttpHeaders } from 'node:http';

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  /** As it came over the wire. */
  body: Buffer;
}

/** Asks for a URL of this machine; hosts lead to loopback whatever the system's resolver makes of `*.localhost`. */
export function ask(
  url: URL,
  options: { method?: string; headers?: Record<string, string>; body?: Buffer } = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const outgoing = request(
      {
        host: '127.0.0.1',
        port: url.port,
        path: url.pathname + url.search,
        method: options.method ?? 'GET',
        headers: { host: url.host, ...options.headers },
      },
      (incoming) => {
        incoming
          .toArray()
          .then(
            (chunks: Buffer[]) =>
              resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, body: Buffer.concat(chunks) }),
            reject,
          );
      },
    );
    outgoing.once('error', reject);
    outgoing.end(options.body);
  });
}
