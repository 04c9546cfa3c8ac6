import { computeTotals, type OrderTotals } from '@tessera/commerce/order/totals.ts';
import { priceModeFor, roundingFor } from '@tessera/commerce/tax/price-mode.ts';
import type { TaxBreakdown, TaxLocation, TaxProvider } from '@tessera/commerce/tax/tax-provider.ts';
import type { Seller } from '../shop/shop.ts';
import type { PricedLine } from './price-lines.ts';

interface Amounts {
  totals: OrderTotals;
  tax: TaxBreakdown;
}

export interface Quote extends Amounts {
  /** What is charged again each time: the recurring lines alone, and their tax. */
  renewal?: Amounts & { interval: 'month' | 'year' };
}

export type QuoteResult = { ok: true; quote: Quote } | { ok: false; reason: 'region-needed' | 'unavailable' };

interface QuoteOptions {
  seller: Seller;
  currency: string;
  destination: TaxLocation;
  taxes: TaxProvider;
}

type AmountsResult = { ok: true; amounts: Amounts } | { ok: false; reason: 'region-needed' | 'unavailable' };

/** What these lines cost delivered there, now and at each renewal. */
export async function quoteLines(lines: readonly PricedLine[], options: QuoteOptions): Promise<QuoteResult> {
  const recurring = lines.filter((line) => line.product.interval !== undefined);
  const interval = recurring[0]?.product.interval;
  const [now, later] = await Promise.all([
    amountsOf(lines, options),
    interval ? amountsOf(recurring, options) : undefined,
  ]);
  if (!now.ok) return now;
  if (!interval || !later) return { ok: true, quote: now.amounts };
  return later.ok ? { ok: true, quote: { ...now.amounts, renewal: { interval, ...later.amounts } } } : later;
}

/** Discounts and delivery rates enter here, before the tax. */
async function amountsOf(
  lines: readonly PricedLine[],
  { seller, currency, destination, taxes }: QuoteOptions,
): Promise<AmountsResult> {
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
  return { ok: true, amounts: { totals, tax: result.breakdown } };
}

export const lineMinor = (line: Pick<PricedLine, 'unitMinor' | 'quantity'>): bigint =>
  line.unitMinor * BigInt(line.quantity);
