import type { OrderState } from '@tessera/contracts/api/checkout.ts';
import { allocate } from '../money/allocate.ts';
import { chargeStep } from '../money/charge-step.ts';
import { allocateCharged, deliveryPart, sum, type PaidPart } from './paid-parts.ts';

/** What a refund gives back of one part. `quantity` 0: money alone, and whatever was bought stays the buyer's. */
export type RefundShare = PaidPart;

export interface RefundWish {
  currency: string;
  lines: readonly { lineId: string; quantity: number }[];
  /** All that is left of the delivery. */
  delivery: boolean;
  /** Beyond lines and delivery: money for nothing in particular. */
  amountMinor?: bigint;
}

export interface RefundableOrder {
  state: OrderState;
  currency: string;
  parts: readonly PaidPart[];
  /** Of each refund that was requested or made, and did not fail. */
  refunds: readonly (readonly RefundShare[])[];
}

export type RefundRefusal =
  | 'not-paid'
  | 'disputed'
  | 'under-review'
  | 'wrong-currency'
  | 'unknown-line'
  | 'not-positive'
  | 'not-chargeable'
  | 'quantity-over-left'
  | 'amount-over-left';

export type RefundPlan =
  { ok: true; amountMinor: bigint; shares: readonly RefundShare[] } | { ok: false; reason: RefundRefusal };

/** What a refund gives back, part by part and tax by tax; or why it cannot be. */
export function planRefund(order: RefundableOrder, wish: RefundWish): RefundPlan {
  const reason = refusalOf(order.state) ?? (wish.currency === order.currency ? undefined : 'wrong-currency');
  if (reason) return { ok: false, reason };
  const left = partsLeft(order.parts, order.refunds);
  const chosen = shareChosen(left, wish);
  if (typeof chosen === 'string') return { ok: false, reason: chosen };
  const { amountMinor = 0n } = wish;
  if (amountMinor < 0n) return { ok: false, reason: 'not-positive' };
  const beside = partsLeft(left, [chosen]);
  if (amountMinor % chargeStep(order.currency) !== 0n) return { ok: false, reason: 'not-chargeable' };
  if (amountMinor > totalOf(beside)) return { ok: false, reason: 'amount-over-left' };
  const shares = mergeShares([...chosen, ...shareAmount(beside, amountMinor, order.currency)]);
  const total = totalOf(shares);
  return total > 0n ? { ok: true, amountMinor: total, shares } : { ok: false, reason: 'not-positive' };
}

/** What no refund has given back yet. Of no part less than nothing: what more was given back for one is taken of the others. */
export function partsLeft(
  parts: readonly PaidPart[],
  refunds: readonly (readonly RefundShare[])[],
): readonly PaidPart[] {
  const given = refunds.flat();
  const left = parts.map((part) =>
    given
      .filter(({ id }) => id === part.id)
      .reduce<PaidPart>(
        (rest, share) => ({
          ...rest,
          quantity: Math.max(0, rest.quantity - share.quantity),
          grossMinor: rest.grossMinor - share.grossMinor,
          taxMinor: rest.taxMinor.map((tax, index) => tax - (share.taxMinor[index] ?? 0n)),
        }),
        part,
      ),
  );
  const gross = carryOver(left.map(({ grossMinor }) => grossMinor));
  const taxes = (parts[0]?.taxMinor ?? []).map((_, tax) => carryOver(left.map(({ taxMinor }) => taxMinor[tax] ?? 0n)));
  return left.map((part, index) => ({
    ...part,
    grossMinor: gross[index] ?? 0n,
    taxMinor: taxes.map((tax) => tax[index] ?? 0n),
  }));
}

/** Takes what some are short of from the others, one after another: what is charged in steps stays in steps. */
function carryOver(amounts: readonly bigint[]): bigint[] {
  let short = -sum(amounts.filter((amount) => amount < 0n));
  return amounts.map((amount) => {
    if (amount <= 0n) return 0n;
    const taken = short < amount ? short : amount;
    short -= taken;
    return amount - taken;
  });
}

/** An amount shared out over what is left: in the proportion of the parts, and never more than a part has left. */
export function shareAmount(left: readonly PaidPart[], amountMinor: bigint, currency: string): RefundShare[] {
  if (amountMinor === 0n) return [];
  const amounts = allocateCharged(
    amountMinor,
    left.map(({ grossMinor }) => grossMinor),
    currency,
  );
  return left.map((part, index) => takeFrom(part, amounts[index] ?? 0n, 0)).filter(({ grossMinor }) => grossMinor > 0n);
}

/** An amount that is gone already: of what is free first, and only what is more than that of what others hold; never more than there is. */
export function shareGone(
  { free, held }: { free: readonly PaidPart[]; held: readonly PaidPart[] },
  amountMinor: bigint,
  currency: string,
): RefundShare[] {
  const first = shareAmount(free, atMost(amountMinor, totalOf(free)), currency);
  const rest = partsLeft(held, [first]);
  const excess = atMost(amountMinor - totalOf(first), totalOf(rest));
  return mergeShares([...first, ...shareAmount(rest, excess, currency)]);
}

const atMost = (amount: bigint, most: bigint): bigint => (amount > most ? most : amount);

export const totalOf = (parts: readonly Pick<PaidPart, 'grossMinor'>[]): bigint =>
  sum(parts.map(({ grossMinor }) => grossMinor));

function refusalOf(state: OrderState): RefundRefusal | undefined {
  switch (state) {
    case 'paid':
    case 'fulfilled':
    case 'partially_refunded':
    case 'refunded':
      return undefined;
    case 'disputed':
      return 'disputed';
    case 'needs_review':
      return 'under-review';
    default:
      return 'not-paid';
  }
}

function shareChosen(left: readonly PaidPart[], wish: RefundWish): RefundShare[] | RefundRefusal {
  const { lines, delivery } = wish;
  const wanted = new Map<string, number>();
  for (const { lineId, quantity } of lines) {
    if (!Number.isSafeInteger(quantity) || quantity < 1) return 'not-positive';
    wanted.set(lineId, quantity + (wanted.get(lineId) ?? 0));
  }
  if (wanted.has(deliveryPart)) return 'unknown-line';
  if (delivery) wanted.set(deliveryPart, 1);
  const shares: RefundShare[] = [];
  for (const [id, quantity] of wanted) {
    const part = left.find((one) => one.id === id);
    if (!part) return 'unknown-line';
    if (quantity > part.quantity) return 'quantity-over-left';
    shares.push(takePieces(part, quantity, wish.currency));
  }
  return shares;
}

/** The first pieces of those left: the last one takes whatever the others left over. */
function takePieces(part: PaidPart, quantity: number, currency: string): RefundShare {
  const pieces = allocateCharged(
    part.grossMinor,
    Array.from({ length: part.quantity }, () => 1n),
    currency,
  );
  return takeFrom(part, sum(pieces.slice(0, quantity)), quantity);
}

/** The taxes within an amount of a part are in proportion, and all of them where it is all of the part. */
function takeFrom(part: PaidPart, grossMinor: bigint, quantity: number): RefundShare {
  const net = part.grossMinor - sum(part.taxMinor);
  const [, ...taxMinor] = allocate(grossMinor, [net > 0n ? net : 0n, ...part.taxMinor]);
  return { id: part.id, quantity, grossMinor, taxMinor };
}

/** Each part once. */
function mergeShares(shares: readonly RefundShare[]): RefundShare[] {
  const merged = new Map<string, RefundShare>();
  for (const share of shares) {
    const known = merged.get(share.id);
    merged.set(share.id, {
      ...share,
      quantity: share.quantity + (known?.quantity ?? 0),
      grossMinor: share.grossMinor + (known?.grossMinor ?? 0n),
      taxMinor: share.taxMinor.map((tax, index) => tax + (known?.taxMinor[index] ?? 0n)),
    });
  }
  return [...merged.values()];
}
