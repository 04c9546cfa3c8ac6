import type { Locale, TenantProfile } from '@tessera/contracts/tenant.ts';
import { pathIn } from '../document/address.ts';
import { escapeHtml } from '../document/html.ts';

export interface SitemapPage {
  /** Without locale prefix. */
  path: string;
  /** ISO date. */
  changedOn?: string;
  /** Languages it exists in; absent: all of the shop's. */
  locales?: readonly Locale[];
}

/** Every public page in every language, each naming the others. */
export function sitemapXml(tenant: TenantProfile, origin: string, pages: readonly SitemapPage[]): string {
  const urls = pages.flatMap((page) => {
    const locales = page.locales ?? tenant.locales;
    const links = locales.map((locale) => [locale, origin + pathIn(tenant.locales, locale, page.path)] as const);
    const alternates = links.map(
      ([locale, href]) => `<xhtml:link rel="alternate" hreflang="${locale}" href="${escapeHtml(href)}"/>`,
    );
    return links.map(
      ([, href]) =>
        `<url><loc>${escapeHtml(href)}</loc>${page.changedOn ? `<lastmod>${page.changedOn}</lastmod>` : ''}` +
        `${links.length > 1 ? alternates.join('') : ''}</url>`,
    );
  });
  return (
    '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" ' +
    `xmlns:xhtml="http://www.w3.org/1999/xhtml">${urls.slice(0, maxUrls).join('')}</urlset>`
  );
}

/** A sitemap file may list this many. */
const maxUrls = 50_000;
