import { directionOf, type Locale } from '@tessera/contracts/tenant.ts';
import { html, raw } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import type { IdentityTenant } from '../types.ts';
import { fontSheet } from './fonts.ts';
import { mosaic } from './mosaic.ts';
import { baseStyle, styleHash, themeStyle } from './style.ts';

export type Markup = HtmlEscapedString | Promise<HtmlEscapedString>;

export interface Page {
  status: number;
  language: Locale;
  title: string;
  tenant?: IdentityTenant | undefined;
  /** Origins that a posted form may end up at, because browsers check `form-action` along redirects. */
  formTargets?: readonly string[];
  headers?: Readonly<Record<string, string>>;
  body: Markup;
}

export interface RenderedPage {
  status: number;
  headers: Record<string, string>;
  body: string;
}

export async function renderPage(page: Page): Promise<RenderedPage> {
  const theme = themeStyle(page.tenant?.theme);
  const name = page.tenant?.name ?? 'Tessera';
  const body = await html`<!doctype html>
    <html lang="${page.language}" dir="${directionOf(page.language)}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${page.title} · ${name}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="${fontSheet}" />
        ${sheet(theme)}${sheet(baseStyle)}
      </head>
      <body>
        <div class="art">${mosaic(page.tenant?.id ?? 'tessera')}</div>
        <main class="pane">
          <p class="brand"><span class="tile" aria-hidden="true"></span><bdi>${name}</bdi></p>
          ${page.body}
        </main>
      </body>
    </html>`;
  return {
    status: page.status,
    headers: { ...pageHeaders(theme, page.formTargets), ...page.headers },
    body: String(body),
  };
}

/** The policy names these sheets by hash, so not a byte may change between here and the page. */
const sheet = (css: string) => raw(`<style>${css}</style>`);

function pageHeaders(theme: string, formTargets: readonly string[] = []): Record<string, string> {
  const policy = [
    "default-src 'none'",
    `style-src 'self' ${styleHash(baseStyle)} ${styleHash(theme)}`,
    "font-src 'self'",
    'img-src data:',
    `form-action ${["'self'", ...formTargets].join(' ')}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ];
  return {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': policy.join('; '),
    'cache-control': 'no-store',
    'referrer-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    'cross-origin-opener-policy': 'same-origin',
    vary: 'accept-language',
  };
}
