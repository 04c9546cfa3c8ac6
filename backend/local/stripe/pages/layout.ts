import { directionOf, type Locale } from '@tessera/contracts/tenant.ts';
import { assets } from './assets.ts';
import { html, type Html } from './html.ts';

interface LayoutInput {
  title: string;
  locale: Locale;
  body: Html;
  /** Chooses the page's grid. */
  layout: 'split' | 'card' | 'console';
}

export const renderLayout = ({ title, locale, body, layout }: LayoutInput): Html =>
  html`<html lang="${locale}" dir="${directionOf(locale)}">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <meta name="robots" content="noindex" />
      <title>${title}</title>
      <link rel="icon" href="${assets.icon.path}" type="image/svg+xml" />
      <link rel="stylesheet" href="${assets.css.path}" />
      <script src="${assets.script.path}" defer></script>
    </head>
    <body class="${layout}">
      ${body}
    </body>
  </html>`;

/** One message and one way on. */
export const renderNotice = (input: {
  title: string;
  locale: Locale;
  text: string;
  link?: { href: string; label: string } | undefined;
}): Html =>
  renderLayout({
    title: input.title,
    locale: input.locale,
    layout: 'card',
    body: html`<main class="notice">
      <h1>${input.title}</h1>
      <p>${input.text}</p>
      ${input.link && html`<p><a class="button" href="${input.link.href}">${input.link.label}</a></p>`}
    </main>`,
  });
