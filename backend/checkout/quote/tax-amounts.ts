import { priceModeFor, roundingFor } from '@tessera/commerce/tax/price-mode.ts';
import type { TaxLocation, TaxProvider, TaxResult } from '@tessera/commerce/tax/tax-provider.ts';
import type { Seller } from '../shop/shop.ts';
import type { PricedLine } from './price-lines.ts';
import { lineMinor } from './price-lines.ts';

export interface TaxStep {
  seller: Seller;
  currency: string;
  destination: TaxLocation;
  taxes: TaxProvider;
}

/** The step after the delivery: tax on what is left of each line. */
export const taxAmounts = (
  lines: readonly PricedLine[],
  discountMinor: ReadonlyMap<string, bigint>,
  { seller, currency, destination, taxes }: TaxStep,
): Promise<TaxResult> =>
  taxes.calculate({
    currency,
    sellerCountry: seller.profile.country,
    registrations: seller.registrations,
    destination,
    priceMode: priceModeFor(seller.profile.taxDisplay, destination.country),
    rounding: roundingFor(seller.profile.country),
    lines: lines.map((line) => ({
      id: line.product.productId,
      taxCode: line.product.taxCode,
      quantity: line.quantity,
      amountMinor: lineMinor(line) - (discountMinor.get(line.product.productId) ?? 0n),
    })),
  });
