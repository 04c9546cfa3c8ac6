import type { ServerResponse } from 'node:http';
import type { RenderedPage } from './layout.ts';

export function sendPage(response: ServerResponse, page: RenderedPage): void {
  response.writeHead(page.status, page.headers);
  response.end(page.body);
}

export function sendFile(response: ServerResponse, file: { type: string; body: Buffer }): void {
  response.writeHead(200, {
    'content-type': file.type,
    'cache-control': 'public, max-age=31536000, immutable',
    'x-content-type-options': 'nosniff',
  });
  response.end(file.body);
}

export function redirect(response: ServerResponse, location: string): void {
  response.writeHead(303, { location, 'cache-control': 'no-store' });
  response.end();
}
