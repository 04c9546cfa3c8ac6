/**
 * What a document depends on besides its address: release set, locale, currency, country. The edge normalises it
 * into one header, which is part of the cache key. Parts are empty where the edge knows nothing.
 */
export interface PageView {
  set: string;
  locale: string;
  currency: string;
  country: string;
}

/** @example toViewHeader({ set: 'set_1', locale: 'de', currency: 'EUR', country: 'DE' }) // "set_1|de|EUR|DE" */
export const toViewHeader = (view: PageView): string =>
  view.set + '|' + view.locale + '|' + view.currency + '|' + view.country;

/** Reads the header; anything of another shape is an empty view. */
export function fromViewHeader(header: string | undefined): PageView {
  const [, set = '', locale = '', currency = '', country = ''] =
    /^([A-Za-z0-9_-]{0,70})\|([a-z]{0,3})\|([A-Z]{0,3})\|([A-Z]{0,2})$/.exec(header ?? '') ?? [];
  return { set, locale, currency, country };
}

/** Value of the `__Host-view` cookie: what the visitor chose. */
export const toViewCookie = (choice: { currency: string; country: string }): string =>
  choice.currency + '.' + choice.country;
