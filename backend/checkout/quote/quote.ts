import { computeTotals, type OrderTotals } from '@tessera/commerce/order/totals.ts';
import { priceModeFor, roundingFor } from '@tessera/commerce/tax/price-mode.ts';
import type { TaxBreakdown, TaxLocation, TaxProvider } from '@tessera/commerce/tax/tax-provider.ts';
import type { Seller } from '../shop/shop.ts';
import type { PricedLine } from './price-lines.ts';

export interface Quote {
  totals: OrderTotals;
  tax: TaxBreakdown;
}

export type QuoteResult = { ok: true; quote: Quote } | { ok: false; reason: 'region-needed' | 'unavailable' };

/** What these lines cost delivered there. Discounts and delivery rates enter here, before the tax. */
export async function quoteLines(
  lines: readonly PricedLine[],
  options: { seller: Seller; currency: string; destination: TaxLocation; taxes: TaxProvider },
): Promise<QuoteResult> {
  const { seller, currency, destination, taxes } = options;
  const priceMode = priceModeFor(seller.profile.taxDisplay, destination.country);
  const result = await taxes.calculate({
    currency,
    registrations: seller.registrations,
    destination,
    priceMode,
    rounding: roundingFor(seller.profile.country),
    lines: lines.map((line) => ({
      id: line.product.productId,
      taxCode: line.product.taxCode,
      quantity: line.quantity,
      amountMinor: lineMinor(line),
    })),
  });
  if (!result.ok) return result;
  const totals = computeTotals({
    currency,
    priceMode,
    lineMinor: lines.map(lineMinor),
    discountMinor: 0n,
    deliveryMinor: 0n,
    tax: result.breakdown,
  });
  return { ok: true, quote: { totals, tax: result.breakdown } };
}

export const lineMinor = (line: Pick<PricedLine, 'unitMinor' | 'quantity'>): bigint =>
  line.unitMinor * BigInt(line.quantity);
