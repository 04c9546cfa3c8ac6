import { toDecimal } from '@tessera/commerce/money/format-money.ts';
import { money } from '@tessera/commerce/money/money.ts';
import { transition } from '@tessera/commerce/order/machine.ts';
import { orderMachine, type OrderEvent } from '@tessera/commerce/order/order-machine.ts';
import { fromStoredShare, paidPartsOf, toStoredShare } from '@tessera/commerce/refund/frozen-amounts.ts';
import { partsLeft, shareGone } from '@tessera/commerce/refund/plan-refund.ts';
import type { OrderRecord } from '../../table/order-record.ts';
import { refundKeyOf, type RefundRecord } from '../../table/refund-record.ts';
import type { OrderChange } from '../order/order-repository.ts';
import type { PaymentFacts } from './payments.ts';
import type { ProviderRefund } from './refund-payments.ts';

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
  for (const refund of refunds) {
    const theirs = facts.refunds.find((one) => isSame(refund, one));
    const change = theirs && settle(order, refunds, refund, { theirs, now });
    if (change) return { do: 'change', change };
  }
  const unheard = facts.refunds.find((one) => one.state !== 'failed' && !refunds.some((ours) => isSame(ours, one)));
  if (unheard) return { do: 'change', change: recordOf(order, refunds, unheard) };
  const unasked = refunds.find(({ state, providerId }) => state === 'requested' && providerId === undefined);
  if (unasked && order.state === 'disputed')
    return { do: 'change', change: failed(unasked, { failure: 'disputed', now }) };
  if (unasked && facts.paymentIntentId !== undefined)
    return { do: 'ask-refund', refund: unasked, paymentIntentId: facts.paymentIntentId };
  return undefined;
}

/** The state that the refunds say, where it is not the order's: after a dispute, or where one failed among several. */
export function alignWithRefunds(order: OrderRecord, refunds: readonly RefundRecord[]): OrderChange | undefined {
  if (order.state !== 'paid' && order.state !== 'fulfilled') return undefined;
  const event = eventOf(order, refunds);
  const next = transition(orderMachine, order.state, event);
  return next.ok && next.changed ? { set: { state: next.state } } : undefined;
}

/** Lines of which every piece was given back; all of them where all the money was. */
export function linesGone(order: OrderRecord, refunds: readonly RefundRecord[]): Set<string> {
  const given = refunds.filter(({ state }) => state === 'succeeded');
  const lines = order.frozen.lines;
  if (given.length > 0 && refundedOf(given) >= BigInt(order.totalMinor)) return new Set(lines.map(({ id }) => id));
  const pieces = (lineId: string) =>
    given.flatMap(({ shares }) => shares).reduce((sum, { id, quantity }) => sum + (id === lineId ? quantity : 0), 0);
  return new Set(lines.filter(({ id, quantity }) => pieces(id) >= quantity).map(({ id }) => id));
}

const isSame = (ours: RefundRecord, theirs: ProviderRefund): boolean =>
  ours.providerId === theirs.id || ours.key === theirs.key;

function settle(
  order: OrderRecord,
  refunds: readonly RefundRecord[],
  refund: RefundRecord,
  { theirs, now }: { theirs: ProviderRefund; now: Date },
): OrderChange | undefined {
  const named = { ...refund, providerId: theirs.id };
  const settledAt = now.toISOString();
  if (refund.state === 'failed') return undefined;
  if (theirs.state === 'failed') {
    const { set, event, refund: after } = failed(named, { failure: theirs.failure ?? 'failed', now });
    return { ...followRefunds(order, refunds, after), event, set: { ...set, ...sumsOf(order, refunds, after) } };
  }
  if (theirs.state === 'succeeded' && refund.state === 'requested') {
    const after: RefundRecord = { ...named, state: 'succeeded', settledAt };
    return {
      ...followRefunds(order, refunds, after),
      ...(after.restock ? { restock: restockOf(order, after) } : {}),
      event: { what: eventOf(order, replace(refunds, after)), detail: moneyOf(after) },
      set: sumsOf(order, refunds, after),
    };
  }
  return refund.providerId === undefined ? { set: {}, refund: named } : undefined;
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
  return { refund: after, ...(order.state === 'disputed' ? {} : { entitlements: 'restore', lines: back }) };
}

function sumsOf(order: OrderRecord, refunds: readonly RefundRecord[], after: RefundRecord): OrderChange['set'] {
  const all = replace(refunds, after);
  const next = transition(orderMachine, order.state, eventOf(order, all));
  const refundedMinor = refundedOf(all.filter(({ state }) => state === 'succeeded')).toString();
  return { refundedMinor, ...(next.ok ? { state: next.state } : {}) };
}

function eventOf(order: OrderRecord, refunds: readonly RefundRecord[]): OrderEvent {
  const refunded = refundedOf(refunds.filter(({ state }) => state === 'succeeded'));
  if (refunded === 0n) return 'refund-failed';
  return refunded >= BigInt(order.totalMinor) ? 'refunded-full' : 'refunded-part';
}

const refundedOf = (refunds: readonly RefundRecord[]): bigint =>
  refunds.reduce((sum, { amountMinor }) => sum + BigInt(amountMinor), 0n);

const replace = (refunds: readonly RefundRecord[], after: RefundRecord): RefundRecord[] => [
  ...refunds.filter(({ n }) => n !== after.n),
  after,
];

const restockOf = (order: OrderRecord, { shares }: RefundRecord): NonNullable<OrderChange['restock']> =>
  order.frozen.lines
    .filter(({ stocked }) => stocked)
    .map(({ id, productId }) => ({
      productId,
      quantity: shares.reduce((sum, share) => sum + (share.id === id ? share.quantity : 0), 0),
    }))
    .filter(({ quantity }) => quantity > 0);

const moneyOf = ({ amountMinor, currency }: RefundRecord): string =>
  `${toDecimal(money(BigInt(amountMinor), currency))} ${currency}`;
