import type { ServerResponse } from 'node:http';

/** A page of the platform's own tools; its style is inline, and it has no script. */
export function sendPage(response: ServerResponse, markup: string): void {
  response.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    'content-length': Buffer.byteLength(markup),
    'content-security-policy':
      "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; form-action 'self'; base-uri 'none'",
    'cache-control': 'no-store',
  });
  response.end(markup);
}
