import { allocate } from '../money/allocate.ts';
import { chargeStep } from '../money/charge-step.ts';
import type { PriceMode } from '../tax/tax-provider.ts';

/** The id of the delivery among an order's parts; line ids have a hyphen. */
export const deliveryPart = 'delivery';

/** A line of an order, or its delivery: what was paid for it, and the tax of each of the order's tax lines within that. */
export interface PaidPart {
  id: string;
  quantity: number;
  grossMinor: bigint;
  /** One for each tax line of the order, in their order. */
  taxMinor: readonly bigint[];
}

export interface FrozenAmounts {
  currency: string;
  priceMode: PriceMode;
  totalMinor: bigint;
  discountMinor: bigint;
  deliveryMinor: bigint;
  /** `amountMinor` before the discount; a line that does not say its discount takes its share of what no line names. */
  lines: readonly { id: string; quantity: number; amountMinor: bigint; discountMinor?: bigint }[];
  /** `shares`: what each part had of it by itself; without them a tax is shared out by what was charged. */
  taxes: readonly { taxMinor: bigint; shares?: ReadonlyMap<string, bigint> }[];
}

/**
 * Splits what was paid into its parts, to the last minor unit: they sum to the total, and their taxes to each of the order's tax lines. A tax
 * that was rounded once for many lines is shared out by largest remainder. Where a currency is charged in coarser steps, so is each part.
 */
export function toPaidParts(order: FrozenAmounts): PaidPart[] {
  const { priceMode, lines, deliveryMinor, taxes } = order;
  const discounts = discountsOf(order);
  const charged = lines.map(({ id, quantity, amountMinor }, index) => ({
    id,
    quantity,
    amountMinor: amountMinor - (discounts[index] ?? 0n),
  }));
  if (deliveryMinor !== 0n) charged.push({ id: deliveryPart, quantity: 1, amountMinor: deliveryMinor });
  const amounts = charged.map(({ amountMinor }) => amountMinor);
  const shared = taxes.map(({ taxMinor, shares }) =>
    allocate(taxMinor, shares ? charged.map(({ id }) => shares.get(id) ?? 0n) : amounts),
  );
  const taxOf = (index: number): bigint[] => shared.map((parts) => parts[index] ?? 0n);
  const added = (index: number): bigint => (priceMode === 'inclusive' ? 0n : sum(taxOf(index)));
  const gross = allocateCharged(
    order.totalMinor,
    amounts.map((amount, index) => amount + added(index)),
    order.currency,
  );
  return charged.map(({ id, quantity }, index) => ({
    id,
    quantity,
    grossMinor: gross[index] ?? 0n,
    taxMinor: taxOf(index),
  }));
}

function discountsOf({ lines, discountMinor }: FrozenAmounts): bigint[] {
  const named = lines.map((line) => line.discountMinor ?? 0n);
  const rest = discountMinor - sum(named);
  if (rest === 0n) return named;
  const unnamed = lines.map((line, index) =>
    line.discountMinor === undefined ? line.amountMinor - (named[index] ?? 0n) : 0n,
  );
  const shares = allocate(rest, unnamed);
  return named.map((discount, index) => discount + (shares[index] ?? 0n));
}

/** Splits what was charged into what can be given back: whole chargeable steps, where the whole is of such. */
export function allocateCharged(totalMinor: bigint, weights: readonly bigint[], currency: string): bigint[] {
  const step = chargeStep(currency);
  if (totalMinor % step !== 0n) return allocate(totalMinor, weights);
  return allocate(totalMinor / step, weights).map((part) => part * step);
}

export const sum = (amounts: readonly bigint[]): bigint => amounts.reduce((all, amount) => all + amount, 0n);
