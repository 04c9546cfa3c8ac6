import type { Page, Route } from '@playwright/test';
import { ask } from './ask.ts';

export type Fault = 'missing' | 'hanging' | 'changed';

/** Breaks every file of the shop's CDN that fits, until it is mended. */
export async function breakFiles(page: Page, files: RegExp, fault: Fault): Promise<{ mend(): Promise<void> }> {
  const held: Route[] = [];
  const handle = async (route: Route): Promise<void> => {
    if (fault === 'hanging') return void held.push(route);
    const headers = { 'access-control-allow-origin': '*' };
    if (fault === 'missing') return route.fulfill({ status: 404, headers, body: 'gone' });
    const { hostname, pathname } = new URL(route.request().url());
    const file = await ask(hostname, pathname);
    const contentType = String(file.headers['content-type']);
    return route.fulfill({ status: file.status, headers, contentType, body: withOneByteChanged(file.text) });
  };
  await page.route(files, handle);
  return {
    async mend() {
      await page.unroute(files, handle);
      await Promise.all(held.map((route) => route.abort().catch(() => undefined)));
    },
  };
}

function withOneByteChanged(text: string): Buffer {
  const bytes = Buffer.from(text);
  const at = bytes.length - 1;
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  return bytes;
}
