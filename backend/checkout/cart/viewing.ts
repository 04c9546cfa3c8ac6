import type { Seller } from '../shop/shop.ts';

export interface Viewing {
  currency: string;
  country: string;
  locale: string;
}

export interface ViewingHints {
  query: { currency?: string | undefined; country?: string | undefined; locale?: string | undefined };
  /** `EUR.DE`: what the visitor chose. */
  cookie: string | undefined;
}

/** What prices are shown in: asked for, else chosen before, else the cart's, else the shop's first. Only what the shop sells in counts. */
export function viewingOf(
  { query, cookie }: ViewingHints,
  { profile }: Seller,
  cart?: { currency: string; country: string },
): Viewing {
  const [, currency, country] = /^([A-Z]{3})\.([A-Z]{2})$/.exec(cookie ?? '') ?? [];
  const locales: readonly string[] = profile.locales;
  return {
    currency: firstOf([query.currency, currency, cart?.currency], profile.currencies),
    country: firstOf([query.country, country, cart?.country], profile.countries),
    locale: firstOf([query.locale], locales),
  };
}

const firstOf = (wanted: readonly (string | undefined)[], offered: readonly string[]): string =>
  wanted.find((value) => value !== undefined && offered.includes(value)) ?? offered[0] ?? '';
