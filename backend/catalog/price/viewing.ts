import type { Viewing } from '@tessera/contracts/api/common.ts';
import type { Locale } from '@tessera/contracts/tenant.ts';
import type { z } from 'zod';
import type { Tenant } from '../../table/tenant-reader.ts';

/** For whom prices and words are chosen. */
export interface ResolvedViewing {
  locale: Locale;
  currency: string;
  country: string;
}

/** What the request names and the tenant offers; else the tenant's defaults. */
export function resolveViewing(wanted: z.output<typeof Viewing>, { profile, priceLists }: Tenant): ResolvedViewing {
  const country = offered(profile.countries, wanted.country);
  const locale = offered(profile.locales, wanted.locale);
  const ofCountry = priceLists.find(({ countries }) => countries.includes(country))?.currency;
  const named = profile.currencies.find((currency) => currency === wanted.currency);
  return { locale, country, currency: named ?? ofCountry ?? offered(profile.currencies, undefined) };
}

function offered<T>(values: readonly T[], wanted: T | undefined): T {
  const found = values.find((value) => value === wanted) ?? values[0];
  if (found === undefined) throw new Error('the tenant offers nothing');
  return found;
}

/** The list that sorting by price reads: the country's own in that currency, else the currency's for everywhere. */
export function sortingListOf({ priceLists }: Tenant, { currency, country }: ResolvedViewing): string | undefined {
  const inCurrency = priceLists.filter((list) => list.currency === currency);
  const regional = inCurrency.find(({ countries }) => countries.includes(country));
  return (regional ?? inCurrency.find(({ countries }) => countries.length === 0))?.id;
}
