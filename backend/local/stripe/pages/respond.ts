import type { ServerResponse } from 'node:http';
import { createHash } from 'node:crypto';
import type { Page } from './html.ts';

/**
 * Sends a page under its own strict policy. `formTarget` is the one foreign origin a form may end at: browsers hold
 * the redirect after a payment to `form-action` too.
 */
export function sendPage(response: ServerResponse, status: number, page: Page, formTarget?: string | null): void {
  const body = `<!doctype html>${page.markup}`;
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy': [
      "default-src 'none'",
      `style-src 'self'${hashOf(page.style)}`,
      "script-src 'self'",
      "img-src 'self'",
      `form-action 'self'${originOf(formTarget)}`,
      "base-uri 'none'",
      "frame-ancestors 'none'",
      "require-trusted-types-for 'script'",
      "trusted-types 'none'",
    ].join('; '),
    'cross-origin-opener-policy': 'same-origin',
    'referrer-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
  });
  response.end(body);
}

export function redirect(response: ServerResponse, location: string): void {
  response.writeHead(303, { location, 'cache-control': 'no-store', 'referrer-policy': 'same-origin' });
  response.end();
}

const hashOf = (style: string | undefined): string =>
  style === undefined ? '' : ` 'sha256-${createHash('sha256').update(style).digest('base64')}'`;

const originOf = (target: string | null | undefined): string =>
  target && URL.canParse(target) ? ` ${new URL(target).origin}` : '';
