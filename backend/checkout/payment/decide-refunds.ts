import { toDecimal } from '@tessera/commerce/money/format-money.ts';
import { money } from '@tessera/commerce/money/money.ts';
import { fromStoredShare, paidPartsOf, toStoredShare } from '@tessera/commerce/refund/frozen-amounts.ts';
import { partsLeft, shareGone } from '@tessera/commerce/refund/plan-refund.ts';
import type { OrderRecord } from '../../table/order-record.ts';
import { refundKeyOf, type RefundRecord } from '../../table/refund-record.ts';
import type { OrderChange } from '../order/order-repository.ts';
import type { PaymentFacts } from './payments.ts';
import type { ProviderRefund } from './refund-payments.ts';
import { claimOf, linesGone, refundedOf, refundEventOf, settledStateOf } from './settled-state.ts';

export type RefundDecision =
  { do: 'change'; change: OrderChange } | { do: 'ask-refund'; refund: RefundRecord; paymentIntentId: string };

interface Input {
  order: OrderRecord;
  refunds: readonly RefundRecord[];
  facts: PaymentFacts;
  now: Date;
}

/**
 * The first step that brings our refunds to what the provider has of them: one that was settled, one that we never heard of, one that was
 * never asked for. One at a time; the caller comes again until there is none.
 */
export function decideRefunds({ order, refunds, facts, now }: Input): RefundDecision | undefined {
  const theirsOf = matchRefunds(refunds, facts.refunds);
  for (const refund of refunds) {
    const theirs = theirsOf.get(refund.n);
    const change = theirs && settle(order, refunds, refund, { theirs, now });
    if (change) return { do: 'change', change };
  }
  const known = new Set([...theirsOf.values()].map(({ id }) => id));
  const unheard = facts.refunds.find(({ id, state }) => state !== 'failed' && !known.has(id));
  if (unheard) return { do: 'change', change: recordOf(order, refunds, unheard) };
  const unasked = refunds.find(({ state, providerId }) => state === 'requested' && providerId === undefined);
  if (unasked && claimOf(order.dispute) !== 'over')
    return { do: 'change', change: failed(unasked, { failure: 'disputed', now }) };
  if (unasked && facts.paymentIntentId !== undefined)
    return { do: 'ask-refund', refund: unasked, paymentIntentId: facts.paymentIntentId };
  return undefined;
}

/** The state that refunds and claim say, where it is not the order's. */
export function align(order: OrderRecord, refunds: readonly RefundRecord[]): OrderChange | undefined {
  const state = settledStateOf(order, refunds);
  return state === order.state ? undefined : { set: { state } };
}

/**
 * The provider's refund for each of ours, by our number. It may have several under one key, where one failed and was made again: the one
 * that lives counts, and one that lives beside it is a refund of its own.
 */
function matchRefunds(ours: readonly RefundRecord[], theirs: readonly ProviderRefund[]): Map<number, ProviderRefund> {
  const matches = new Map<number, ProviderRefund>();
  const taken = new Set(ours.map(({ providerId }) => providerId));
  for (const { n, key, providerId } of ours) {
    const named = theirs.find(({ id }) => id === providerId);
    const sameKey = theirs.filter((one) => one.key === key && !taken.has(one.id));
    const living = named?.state === 'failed' || !named ? sameKey.find(({ state }) => state !== 'failed') : undefined;
    const match = living ?? named ?? sameKey[0];
    if (!match) continue;
    taken.add(match.id);
    matches.set(n, match);
  }
  return matches;
}

function settle(
  order: OrderRecord,
  refunds: readonly RefundRecord[],
  refund: RefundRecord,
  { theirs, now }: { theirs: ProviderRefund; now: Date },
): OrderChange | undefined {
  const named = { ...refund, providerId: theirs.id };
  if (refund.state === 'failed') return theirs.state === 'failed' ? undefined : reopened(named);
  if (theirs.state === 'failed') {
    const { set, event, refund: after } = failed(named, { failure: theirs.failure ?? 'failed', now });
    return { ...followRefunds(order, refunds, after), event, set: { ...set, ...sumsOf(order, refunds, after) } };
  }
  if (theirs.state === 'succeeded' && refund.state === 'requested') {
    const shelved = shelvedWith(order, refunds, named);
    const after: RefundRecord = {
      ...named,
      state: 'succeeded',
      settledAt: now.toISOString(),
      ...(shelved.length > 0 ? { shelved } : {}),
    };
    return {
      ...followRefunds(order, refunds, after),
      ...(shelved.length > 0 ? { restock: shelved } : {}),
      event: { what: refundEventOf(order, replace(refunds, after)), detail: moneyOf(after) },
      set: sumsOf(order, refunds, after),
    };
  }
  return refund.providerId === theirs.id ? undefined : { set: {}, refund: named };
}

/** Given up as failed, and under way after all: it holds its amount again, and the next step settles it like any other. */
function reopened({ failure: _, settledAt: __, ...refund }: RefundRecord): OrderChange {
  const after: RefundRecord = { ...refund, state: 'requested' };
  return { set: {}, refund: after, event: { what: 'refund-requested', detail: moneyOf(after) } };
}

const failed = (refund: RefundRecord, { failure, now }: { failure: string; now: Date }) => ({
  set: {},
  refund: { ...refund, state: 'failed' as const, failure, settledAt: now.toISOString() },
  event: { what: 'refund-failed', detail: moneyOf(refund) },
});

/** A refund made in the provider's dashboard, which names an amount and no lines. The next step settles it like any other. */
function recordOf(
  order: OrderRecord,
  refunds: readonly RefundRecord[],
  theirs: ProviderRefund,
): Pick<OrderChange, 'set' | 'refund' | 'event'> {
  const n = (order.refundCount ?? 0) + 1;
  const standing = refunds.filter(({ state }) => state !== 'failed');
  // One that was never asked for holds nothing against money that is gone, but it gives way last.
  const left = {
    free: leftBeside(order, standing),
    held: leftBeside(
      order,
      standing.filter(({ providerId }) => providerId !== undefined),
    ),
  };
  const { amountMinor } = theirs.amount;
  const refund: RefundRecord = {
    tenantId: order.tenantId,
    orderId: order.orderId,
    n,
    key: refundKeyOf(order.orderId, n),
    state: 'requested',
    currency: theirs.amount.currency,
    amountMinor: amountMinor.toString(),
    shares: shareGone(left, amountMinor, order.currency).map(toStoredShare),
    restock: false,
    requestedAt: theirs.createdAt,
    requestedBy: 'provider',
    providerId: theirs.id,
  };
  return { set: { refundCount: n }, refund, event: { what: 'refund-requested', detail: moneyOf(refund) } };
}

const leftBeside = (order: OrderRecord, refunds: readonly RefundRecord[]) =>
  partsLeft(
    paidPartsOf(order),
    refunds.map(({ shares }) => shares.map(fromStoredShare)),
  );

/** Rights and tokens go with the pieces that were given back, and come back with a refund that fails. A dispute has the rights meanwhile. */
function followRefunds(
  order: OrderRecord,
  refunds: readonly RefundRecord[],
  after: RefundRecord,
): Pick<OrderChange, 'refund' | 'entitlements' | 'lines'> {
  const [before, now] = [linesGone(order, refunds), linesGone(order, replace(refunds, after))];
  const lineIds = order.frozen.lines.map(({ id }) => id);
  if (after.state === 'succeeded') {
    const whole = lineIds.filter((id) => now.has(id) && !before.has(id)).map((lineId) => ({ lineId }));
    const pieces = after.shares
      .filter(({ id, quantity }) => quantity > 0 && lineIds.includes(id) && !now.has(id))
      .map(({ id, quantity }) => ({ lineId: id, pieces: quantity }));
    return { refund: after, entitlements: 'revoke', lines: [...whole, ...pieces] };
  }
  const back = lineIds.filter((id) => before.has(id) && !now.has(id)).map((lineId) => ({ lineId }));
  const isHeld = claimOf(order.dispute) !== 'over';
  return { refund: after, ...(isHeld ? {} : { entitlements: 'restore', lines: back }) };
}

function sumsOf(order: OrderRecord, refunds: readonly RefundRecord[], after: RefundRecord): OrderChange['set'] {
  const all = replace(refunds, after);
  return { refundedMinor: refundedOf(all).toString(), state: settledStateOf(order, all) };
}

const replace = (refunds: readonly RefundRecord[], after: RefundRecord): RefundRecord[] => [
  ...refunds.filter(({ n }) => n !== after.n),
  after,
];

/**
 * The pieces that a refund puts on the shelf. Those that went there with one that failed since are there still, so asking for the same
 * pieces again puts them there no second time.
 */
function shelvedWith(
  { frozen }: OrderRecord,
  refunds: readonly RefundRecord[],
  refund: RefundRecord,
): NonNullable<RefundRecord['shelved']> {
  if (!refund.restock) return [];
  const others = refunds.filter(({ n }) => n !== refund.n);
  const wanted = [refund, ...others.filter(({ state, restock }) => state === 'succeeded' && restock)];
  const there = [refund, ...others].flatMap(({ shelved = [] }) => shelved);
  return frozen.lines
    .filter(({ stocked }) => stocked)
    .map(({ id, productId }) => {
      const pieces = sumOf(wanted.flatMap(({ shares }) => shares.filter((share) => share.id === id)));
      return { productId, quantity: pieces - sumOf(there.filter((one) => one.productId === productId)) };
    })
    .filter(({ quantity }) => quantity > 0);
}

const sumOf = (items: readonly { quantity: number }[]): number =>
  items.reduce((sum, { quantity }) => sum + quantity, 0);

const moneyOf = ({ amountMinor, currency }: RefundRecord): string =>
  `${toDecimal(money(BigInt(amountMinor), currency))} ${currency}`;
