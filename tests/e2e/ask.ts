import { request, type IncomingHttpHeaders } from 'node:http';
import { brotliDecompressSync } from 'node:zlib';

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
  /** The body as JSON. */
  json(): unknown;
}

export interface Ask {
  method?: string;
  headers?: Record<string, string>;
  /** Sent as it is where it is text, else as JSON. */
  body?: unknown;
  /** Loopback address the connection comes from: another client, as far as quotas go. */
  from?: string;
}

/** One request through the public port, with whatever headers: what no browser would send. */
export function ask(host: string, path: string, { method, headers = {}, body, from }: Ask = {}): Promise<Answer> {
  const text = body === undefined || typeof body === 'string' ? body : JSON.stringify(body);
  const port = Number(process.env['TESSERA_PORT']);
  return new Promise((resolve, reject) => {
    const outgoing = request(
      {
        host: '127.0.0.1',
        ...{ port, path, method: method ?? (text === undefined ? 'GET' : 'POST') },
        ...(from === undefined ? {} : { localAddress: from }),
        headers: {
          host: `${host}:${port}`,
          ...(text === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
      },
      (incoming) => {
        const chunks: Buffer[] = [];
        incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
        incoming.on('error', reject);
        incoming.on('end', () => {
          const bytes = Buffer.concat(chunks);
          const isBrotli = incoming.headers['content-encoding'] === 'br';
          const whole = (isBrotli ? brotliDecompressSync(bytes) : bytes).toString('utf8');
          resolve({
            status: incoming.statusCode ?? 0,
            headers: incoming.headers,
            text: whole,
            json: () => JSON.parse(whole) as unknown,
          });
        });
      },
    );
    outgoing.on('error', reject);
    outgoing.end(text);
  });
}
