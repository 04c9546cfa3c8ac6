import type { ServerResponse } from 'node:http';
import type { RenderedPage } from './layout.ts';

export function sendPage(response: ServerResponse, page: RenderedPage): void {
  response.writeHead(page.status, page.headers);
  response.end(page.body);
}

export function redirect(response: ServerResponse, location: string): void {
  response.writeHead(303, { location, 'cache-control': 'no-store' });
  response.end();
}
