import { documentTitleOf } from '@tessera/contracts/elements.ts';
import { splitLocale } from '@tessera/contracts/locale-path.ts';
import type { Head } from '@tessera/contracts/server-entry.ts';
import type { Locale, TenantProfile } from '@tessera/contracts/tenant.ts';
import { pathIn } from './address.ts';
import { element, inlineJson, tag } from './html.ts';

export interface SeoInput {
  tenant: TenantProfile;
  /** Origin of the shop, without a trailing slash. */
  origin: string;
  locale: Locale;
  /** Path of the page with its locale prefix. */
  path: string;
  head: Head;
  /** Pages for people only: they tell crawlers so, and name no alternates. */
  indexed: boolean;
}

/** Title and what search engines and link previews read. */
export function seoHtml(input: SeoInput): string {
  const { head, tenant } = input;
  const robots = input.indexed ? head.robots : 'noindex';
  const title = element('title', {}, escapeTitle(documentTitleOf(head.title, tenant.name)));
  return [
    title,
    head.description ? meta('description', head.description) : '',
    robots ? meta('robots', robots) : '',
    input.indexed ? linkTags(input) + openGraph(input) : '',
    ...(head.jsonLd ?? []).map((thing) =>
      element('script', { type: 'application/ld+json' }, inlineJson(withOrigin(thing, input.origin))),
    ),
  ].join('');
}

function linkTags({ head, path, origin, tenant }: SeoInput): string {
  const canonical = head.canonical ?? path;
  const { path: bare } = splitLocale(tenant.locales, canonical);
  const alternates = [
    ...tenant.locales.map((locale) => [locale, pathIn(tenant.locales, locale, bare)] as const),
    ['x-default', bare] as const,
  ];
  return [
    tag('link', { rel: 'canonical', href: origin + canonical }),
    ...(tenant.locales.length > 1
      ? alternates.map(([hreflang, href]) => tag('link', { rel: 'alternate', hreflang, href: origin + href }))
      : []),
  ].join('');
}

function openGraph({ head, path, origin, tenant, locale }: SeoInput): string {
  const properties: [string, string | undefined][] = [
    ['og:site_name', tenant.name],
    ['og:title', head.title || tenant.name],
    ['og:description', head.description],
    ['og:type', head.ogType ?? 'website'],
    ['og:url', origin + (head.canonical ?? path)],
    ['og:locale', locale],
    ['og:image', head.image && toAbsolute(head.image.url, origin)],
    ['og:image:width', head.image && String(head.image.width)],
    ['og:image:height', head.image && String(head.image.height)],
    ['og:image:alt', head.image?.alt],
  ];
  const tags = properties.map(([property, content]) =>
    content === undefined ? '' : tag('meta', { property, content }),
  );
  return tags.join('') + meta('twitter:card', head.image ? 'summary_large_image' : 'summary');
}

const meta = (name: string, content: string): string => tag('meta', { name, content });

const escapeTitle = (title: string): string => title.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** schema.org wants whole addresses: every string that is a path of this shop gets its origin. */
function withOrigin(value: unknown, origin: string, key = ''): unknown {
  if (typeof value === 'string') return addressKeys.has(key) ? toAbsolute(value, origin) : value;
  if (Array.isArray(value)) return value.map((item) => withOrigin(item, origin, key));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, withOrigin(member, origin, name)]));
}

const addressKeys = new Set(['url', '@id', 'image', 'item', 'contentUrl', 'logo', 'mainEntityOfPage']);

const toAbsolute = (address: string, origin: string): string =>
  address.startsWith('/') && !address.startsWith('//') ? origin + address : address;
