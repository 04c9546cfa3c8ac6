import type { PriceMode, TaxBreakdown } from '../tax/tax-provider.ts';

/** All in minor units of one currency. `total` is what is charged. */
export interface OrderTotals {
  currency: string;
  priceMode: PriceMode;
  subtotalMinor: bigint;
  discountMinor: bigint;
  deliveryMinor: bigint;
  taxMinor: bigint;
  totalMinor: bigint;
}

export interface TotalsInput {
  currency: string;
  priceMode: PriceMode;
  /** Lines at their price, before discounts. */
  lineMinor: readonly bigint[];
  /** Taken off all lines together; not negative. */
  discountMinor: bigint;
  deliveryMinor: bigint;
  tax: Pick<TaxBreakdown, 'taxMinor'>;
}

/** Inclusive: the tax is inside the amounts; exclusive: it is added. */
export function computeTotals({
  currency,
  priceMode,
  lineMinor,
  discountMinor,
  deliveryMinor,
  tax,
}: TotalsInput): OrderTotals {
  const subtotalMinor = lineMinor.reduce((sum, amount) => sum + amount, 0n);
  if (discountMinor < 0n || discountMinor > subtotalMinor)
    throw new RangeError('a discount is between nothing and the subtotal');
  const beforeTax = subtotalMinor - discountMinor + deliveryMinor;
  return {
    currency,
    priceMode,
    subtotalMinor,
    discountMinor,
    deliveryMinor,
    taxMinor: tax.taxMinor,
    totalMinor: priceMode === 'inclusive' ? beforeTax : beforeTax + tax.taxMinor,
  };
}
