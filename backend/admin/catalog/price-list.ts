import type { PriceList } from '../../table/tenant-profile.ts';
import { always, type StoredPrice } from '../../table/price.ts';

/** The list that a price without one goes to: the currency's list for everywhere, else its first. */
export function priceListFor(lists: readonly PriceList[], currency: string): PriceList | undefined {
  const inCurrency = lists.filter((list) => list.currency === currency);
  return inCurrency.find(({ countries }) => countries.length === 0) ?? inCurrency[0];
}

export const toRegularPrice = ({ id, currency, countries }: PriceList, amountMinor: string): StoredPrice => ({
  priceListId: id,
  currency,
  countries,
  amountMinor,
  kind: 'regular',
  validFrom: always,
});
