import { directionOf, Locale } from '@tessera/contracts/tenant.ts';
import { element, escapeHtml, tag } from './html.ts';
import { texts } from './texts.ts';

/** The last resort: no shell, no script, no style; a sentence and a way to try again. */
export function failurePage(status: number, path: string): Response {
  const locale = Locale.catch('en').parse(path.split('/')[1]);
  const { title, text, action } = texts[locale].failed;
  const body = [
    '<!doctype html>',
    tag('html', { lang: locale, dir: directionOf(locale) }),
    '<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">',
    `${element('title', {}, escapeHtml(title))}</head>`,
    `<body><main>${element('h1', {}, escapeHtml(title))}${element('p', {}, escapeHtml(text))}`,
    `<p>${element('a', { href: '' }, escapeHtml(action))}</p></main></body></html>`,
  ];
  return new Response(body.join(''), {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'none'; base-uri 'none'; frame-ancestors 'none'",
      'retry-after': '5',
    },
  });
}
