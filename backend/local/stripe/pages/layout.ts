import { directionOf, type Locale } from '@tessera/contracts/tenant.ts';
import { assets } from './assets.ts';
import type Stripe from 'stripe';
import { brandStyle } from './brand-style.ts';
import { html, type Html, type Page } from './html.ts';

interface LayoutInput {
  title: string;
  locale: Locale;
  body: Html;
  /** Of whom the page is shown for; the house's own look where it is nobody's. */
  branding?: Stripe.Checkout.Session.BrandingSettings | null | undefined;
  /** Chooses the page's grid. */
  layout: 'split' | 'card' | 'console';
}

export function renderLayout({ title, locale, body, layout, branding = null }: LayoutInput): Page {
  const style = brandStyle(branding);
  const { markup } = html`<html lang="${locale}" dir="${directionOf(locale)}">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <meta name="robots" content="noindex" />
      <title>${title}</title>
      <link rel="icon" href="${assets.icon.path}" type="image/svg+xml" />
      <link rel="stylesheet" href="${assets.css.path}" />
      ${style !== '' && { markup: `<style>${style}</style>` }}
      <script src="${assets.script.path}" defer></script>
    </head>
    <body class="${layout}">
      ${body}
    </body>
  </html>`;
  return style === '' ? { markup } : { markup, style };
}

/** One message and one way on. */
export const renderNotice = (input: {
  title: string;
  locale: Locale;
  text: string;
  link?: { href: string; label: string } | undefined;
  branding?: Stripe.Checkout.Session.BrandingSettings | null | undefined;
}): Page =>
  renderLayout({
    title: input.title,
    locale: input.locale,
    layout: 'card',
    branding: input.branding ?? null,
    body: html`<main class="notice">
      <h1>${input.title}</h1>
      <p>${input.text}</p>
      ${input.link && html`<p><a class="button" href="${input.link.href}">${input.link.label}</a></p>`}
    </main>`,
  });
