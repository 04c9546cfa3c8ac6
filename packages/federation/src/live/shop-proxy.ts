import { request as send, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';

export interface ShopProxyOptions {
  shopPort: number;
  /** What becomes of a page. `host` is the one it was asked for at, with its port; `path` has its search. */
  toDocument(html: string, host: string, path: string): string;
  /** What is answered here and not by the shop; says whether it did. */
  answers?(request: IncomingMessage, response: ServerResponse): boolean;
}

/** Headers that pin a document to the bytes of its release. */
const pinned = [
  'content-security-policy',
  'integrity-policy',
  'content-length',
  'etag',
  'cache-control',
  'x-tessera-release',
];

/** Nothing of a page that changes is to be kept. */
const noWorker = 'self.addEventListener("install", () => self.skipWaiting());';

/** Passes requests on to the shop's own port and host; documents are changed on their way back. */
export function createShopProxy({ shopPort, toDocument, answers }: ShopProxyOptions) {
  return (request: IncomingMessage, response: ServerResponse): void => {
    if (answers?.(request, response)) return;
    const host = request.headers.host ?? 'localhost';
    const shopHost = `${host.split(':')[0]}:${shopPort}`;
    if (request.url === '/sw.js') {
      response.writeHead(200, { 'content-type': 'text/javascript' }).end(noWorker);
      return;
    }
    const inward = (text: string): string => text.replaceAll(`http://${host}`, `http://${shopHost}`);
    const outward = (text: string): string => text.replaceAll(`http://${shopHost}`, `http://${host}`);
    const passed = send(
      {
        host: '127.0.0.1',
        port: shopPort,
        method: request.method,
        path: request.url,
        headers: { ...mapHeaders(request.headers, inward), host: shopHost, 'accept-encoding': 'identity' },
      },
      (answer) => {
        const headers = mapHeaders(answer.headers, outward);
        const isPage = String(answer.headers['content-type']).startsWith('text/html');
        if (isPage) void answerPage(answer, headers);
        else answer.pipe(response.writeHead(answer.statusCode ?? 502, headers));
      },
    );
    passed.on('error', (error) => response.writeHead(502, { 'content-type': 'text/plain' }).end(String(error)));
    request.pipe(passed);

    async function answerPage(answer: IncomingMessage, headers: IncomingHttpHeaders): Promise<void> {
      const html = await answer.setEncoding('utf8').reduce((all: string, part: string) => all + part, '');
      for (const name of pinned) delete headers[name];
      response.writeHead(answer.statusCode ?? 502, { ...headers, 'cache-control': 'no-store' });
      response.end(toDocument(html, host, request.url ?? '/'));
    }
  };
}

const addressed = ['origin', 'referer', 'location'];

function mapHeaders(headers: IncomingHttpHeaders, map: (text: string) => string): IncomingHttpHeaders {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      addressed.includes(name) && typeof value === 'string' ? map(value) : value,
    ]),
  );
}
