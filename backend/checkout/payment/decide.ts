import { transition } from '@tessera/commerce/order/machine.ts';
import { orderMachine, type OrderEvent } from '@tessera/commerce/order/order-machine.ts';
import { sum } from '@tessera/commerce/refund/paid-parts.ts';
import type { OrderRecord } from '../../table/order-record.ts';
import type { DisputeEvidence, DisputeRecord } from '../../table/dispute-record.ts';
import type { RefundRecord } from '../../table/refund-record.ts';
import type { OrderChange } from '../order/order-repository.ts';
import { decideDispute } from './decide-dispute.ts';
import { align, decideRefunds } from './decide-refunds.ts';
import type { PaymentFacts } from './payments.ts';
import type { ProviderRefund } from './refund-payments.ts';
import { claimOf } from './settled-state.ts';

export type Decision =
  | { do: 'nothing' }
  | { do: 'change'; change: OrderChange }
  /** The money goes back, whatever the order becomes. */
  | { do: 'give-back'; paymentIntentId: string; key: string }
  /** The provider is asked for a refund that was written down, and its answer is kept. */
  | { do: 'ask-refund'; refund: RefundRecord; paymentIntentId: string }
  /** The bank is told what the shop says. */
  | { do: 'answer-dispute'; dispute: DisputeRecord; evidence: DisputeEvidence };

export interface Standing {
  order: OrderRecord;
  refunds: readonly RefundRecord[];
  facts: PaymentFacts;
  expectedHash: string;
  now: Date;
}

/**
 * What the payment, as it stands, means for the order, as it stands. Not the news decides but the state of both, so it does
 * not matter which event came first, how often, or whether one never came.
 */
export function decide({ order, refunds, facts, expectedHash, now }: Standing): Decision {
  const named = facts.orderId === order.orderId && facts.tenantId === order.tenantId;
  if (!facts.paid) return named ? decideUnpaid(order, facts) : { do: 'nothing' };
  if (order.state === 'needs_review' || order.review !== undefined) return decideReview(order, facts);
  const total = BigInt(order.totalMinor);
  const covers = facts.amount.currency === order.currency && facts.amount.amountMinor === total;
  const genuine = named && order.hash === expectedHash && facts.hash === expectedHash;
  if (!covers || !genuine) return mismatch(order, facts, covers ? 'hash' : 'amount');
  // A refund or a dispute may be heard of before the payment it is about.
  const paid = succeeded(order, facts);
  if (paid.do !== 'nothing') return paid;
  const refund = decideRefunds({ order, refunds, facts, now });
  if (refund) return refund;
  const dispute = facts.dispute && decideDispute(order, refunds, facts.dispute);
  if (dispute) return dispute;
  const change = align(order, refunds);
  return change ? { do: 'change', change } : { do: 'nothing' };
}

function decideUnpaid(order: OrderRecord, facts: PaymentFacts): Decision {
  if (facts.session === 'complete') return move(order, 'payment-pending', { event: { what: 'payment-pending' } });
  if (facts.session === 'expired')
    return move(order, 'expired', { set: { stockHeld: false }, event: { what: 'expired' } });
  return { do: 'nothing' };
}

/** A late success finds its stock given to others: then it is for a person to look at, and the money goes back. */
function succeeded(order: OrderRecord, facts: PaymentFacts): Decision {
  const next = transition(orderMachine, order.state, 'payment-succeeded');
  const payment = idsOf(facts);
  if (next.state === 'needs_review')
    return move(order, 'payment-succeeded', {
      set: { ...payment, review: 'late' },
      event: { what: 'review', detail: 'late' },
    });
  return move(order, 'payment-succeeded', {
    set: payment,
    event: { what: 'paid' },
    entitlements: 'grant',
    emptyCart: true,
  });
}

/** What the provider calls the payment, and what it began. */
const idsOf = ({ paymentIntentId, subscriptionId }: PaymentFacts): OrderChange['set'] => ({
  ...(paymentIntentId ? { paymentIntentId } : {}),
  ...(subscriptionId ? { subscriptionId } : {}),
});

function mismatch(order: OrderRecord, facts: PaymentFacts, detail: string): Decision {
  return move(order, 'payment-mismatched', {
    set: {
      stockHeld: false,
      review: detail,
      ...idsOf(facts),
    },
    event: { what: 'review', detail },
  });
}

/**
 * What was paid for nothing goes back, and the order is done with once it has. It comes back to review if the bank sends it back; then a
 * person finds another way, for asking again would end the same. While a bank has the money, and after it has kept it, there is none to
 * give; the provider would refuse.
 */
function decideReview(order: OrderRecord, { paymentIntentId, refunds, amount, dispute }: PaymentFacts): Decision {
  if (claimOf(dispute) !== 'over') return { do: 'nothing' };
  const sumIn = (...states: readonly ProviderRefund['state'][]) =>
    sum(refunds.filter(({ state }) => states.includes(state)).map((refund) => refund.amount.amountMinor));
  const review = order.review ?? 'review';
  if (sumIn('succeeded') >= amount.amountMinor)
    return move(order, 'refunded-full', { event: { what: 'refunded-full' } });
  if (order.state === 'refunded')
    return move(order, 'payment-mismatched', { event: { what: 'review', detail: review } });
  const hasFailed = refunds.some(({ state }) => state === 'failed');
  if (!paymentIntentId || hasFailed || sumIn('pending', 'succeeded') >= amount.amountMinor) return { do: 'nothing' };
  return { do: 'give-back', paymentIntentId, key: `${order.orderId}:${review}` };
}

/** A change of state where the machine has one; news that leads nowhere new changes nothing. */
function move(
  order: OrderRecord,
  event: OrderEvent,
  change: Omit<OrderChange, 'set'> & { set?: OrderChange['set'] },
): Decision {
  const next = transition(orderMachine, order.state, event);
  return !next.ok || !next.changed
    ? { do: 'nothing' }
    : { do: 'change', change: { ...change, set: { ...change.set, state: next.state } } };
}
