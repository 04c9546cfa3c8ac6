import { resolvePrice, type ListedPrice } from '@tessera/commerce/price/resolve-price.ts';
import { priceModeFor } from '@tessera/commerce/tax/price-mode.ts';
import { ratesFor } from '@tessera/commerce/tax/rates-for.ts';
import { taxClassOf } from '@tessera/commerce/tax/tax-class.ts';
import { priceTaxLabel } from '@tessera/commerce/tax/tax-label.ts';
import type { Price } from '@tessera/contracts/api/common.ts';
import type { StoredPrice } from '../../table/price.ts';
import type { Tenant } from '../../table/tenant-reader.ts';
import type { Offer } from '../../table/work.ts';
import type { ResolvedViewing } from './viewing.ts';

export type PricedOffer = Pick<Offer, 'taxCode' | 'interval' | 'prices'>;

/** Prices as one viewer sees them. */
export interface Pricing {
  /** Undefined where it is not sold to this viewer. */
  priceOf(offer: PricedOffer): Price | undefined;
  lowestOf(offers: readonly PricedOffer[]): Price | undefined;
}

export function createPricing(tenant: Tenant, viewing: ResolvedViewing, at: Date): Pricing {
  const { currency, country, locale } = viewing;
  const display = priceModeFor(tenant.profile.taxDisplay, country);
  const labels = new Map<string, string>();

  function labelOf(taxCode: string): string {
    const known = labels.get(taxCode);
    if (known !== undefined) return known;
    const found = ratesFor(taxClassOf(taxCode), {
      sellerCountry: tenant.profile.country,
      destination: { country },
      registrations: tenant.taxRegistrations,
    });
    const label =
      display === 'inclusive' && !found.ok
        ? rateUnknown[locale]
        : priceTaxLabel(found.ok ? found.tax.rates[0] : undefined, display, locale);
    labels.set(taxCode, label);
    return label;
  }

  function priceOf({ taxCode, interval, prices }: PricedOffer): Price | undefined {
    const resolution = resolvePrice(prices.map(toListedPrice), { currency, country, at: at.toISOString() });
    if (!resolution.ok) return undefined;
    const { amountMinor, compareAtMinor } = resolution.price;
    const struck = compareAtMinor !== undefined && compareAtMinor > amountMinor;
    return {
      amount: { amountMinor: amountMinor.toString(), currency },
      ...(struck ? { compareAt: { amountMinor: compareAtMinor.toString(), currency } } : {}),
      tax: { display, label: labelOf(taxCode) },
      ...(interval ? { interval } : {}),
    };
  }

  return {
    priceOf,
    lowestOf: (offers) =>
      offers
        .map(priceOf)
        .filter((price) => price !== undefined)
        .reduce<Price | undefined>((low, price) => (low && minor(low) <= minor(price) ? low : price), undefined),
  };
}

/** Included, but at a rate that only the region decides. */
const rateUnknown = { en: 'incl. tax', de: 'inkl. Steuer', ar: 'شامل الضريبة' } as const;

const minor = (price: Price): bigint => BigInt(price.amount.amountMinor);

const toListedPrice = ({ amountMinor, compareAtMinor, ...price }: StoredPrice): ListedPrice => ({
  ...price,
  amountMinor: BigInt(amountMinor),
  ...(compareAtMinor === undefined ? {} : { compareAtMinor: BigInt(compareAtMinor) }),
});
