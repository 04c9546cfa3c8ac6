import type { DiscountOutcome } from '@tessera/commerce/discount/discount.ts';
import { computeTotals, type OrderTotals } from '@tessera/commerce/order/totals.ts';
import { priceModeFor } from '@tessera/commerce/tax/price-mode.ts';
import type { TaxBreakdown } from '@tessera/commerce/tax/tax-provider.ts';
import { deliveryMinorOf } from './deliver-lines.ts';
import type { LineDiscounts } from './discount-lines.ts';
import { lineMinor, type PricedLine } from './price-lines.ts';
import { taxAmounts, type TaxStep } from './tax-amounts.ts';

interface Amounts {
  totals: OrderTotals;
  tax: TaxBreakdown;
  discounts: DiscountOutcome;
}

export interface Quote extends Amounts {
  /** What is charged again each time: the recurring lines alone, and their tax. */
  renewal?: Amounts & { interval: 'month' | 'year' };
}

export type QuoteResult = { ok: true; quote: Quote } | { ok: false; reason: 'region-needed' | 'unavailable' };

type AmountsResult = { ok: true; amounts: Amounts } | { ok: false; reason: 'region-needed' | 'unavailable' };

/** What these lines cost delivered there, now and at each renewal. */
export async function quoteLines(
  lines: readonly PricedLine[],
  discounts: LineDiscounts,
  step: TaxStep,
): Promise<QuoteResult> {
  const recurring = lines.filter((line) => line.product.interval !== undefined);
  const interval = recurring[0]?.product.interval;
  const [now, later] = await Promise.all([
    amountsOf(lines, discounts.now, step),
    interval ? amountsOf(recurring, discounts.renewal, step) : undefined,
  ]);
  if (!now.ok) return now;
  if (!interval || !later) return { ok: true, quote: now.amounts };
  return later.ok ? { ok: true, quote: { ...now.amounts, renewal: { interval, ...later.amounts } } } : later;
}

/** Lines → discounts → delivery → tax → totals. */
async function amountsOf(
  lines: readonly PricedLine[],
  discounts: DiscountOutcome,
  step: TaxStep,
): Promise<AmountsResult> {
  const result = await taxAmounts(lines, discounts.lineMinor, step);
  if (!result.ok) return result;
  return { ok: true, amounts: toAmounts(lines, discounts, { ...step, tax: result.breakdown }) };
}

/** The last step; also for a place that does not decide the tax yet. */
export function toAmounts(
  lines: readonly PricedLine[],
  discounts: DiscountOutcome,
  { seller, currency, destination, tax }: Pick<TaxStep, 'seller' | 'currency' | 'destination'> & { tax: TaxBreakdown },
): Amounts {
  const totals = computeTotals({
    currency,
    priceMode: priceModeFor(seller.profile.taxDisplay, destination.country),
    lineMinor: lines.map(lineMinor),
    discountMinor: discounts.totalMinor,
    deliveryMinor: deliveryMinorOf(),
    tax,
  });
  return { totals, tax, discounts };
}
