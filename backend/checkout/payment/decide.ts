import { transition } from '@tessera/commerce/order/machine.ts';
import { orderMachine, type OrderEvent } from '@tessera/commerce/order/order-machine.ts';
import type { OrderRecord } from '../../table/order-record.ts';
import type { OrderChange } from '../order/order-repository.ts';
import type { PaymentFacts } from './payments.ts';

export type Decision =
  | { do: 'nothing' }
  | { do: 'change'; change: OrderChange }
  /** The money goes back, whatever the order becomes. */
  | { do: 'refund'; paymentIntentId: string; key: string };

/**
 * What the payment, as it stands, means for the order, as it stands. Not the news decides but the state of both, so it does
 * not matter which event came first, how often, or whether one never came.
 */
export function decide(order: OrderRecord, facts: PaymentFacts, expectedHash: string): Decision {
  const named = facts.orderId === order.orderId && facts.tenantId === order.tenantId;
  if (!facts.paid) return named ? decideUnpaid(order, facts) : { do: 'nothing' };
  const total = BigInt(order.totalMinor);
  const covers = facts.amount.currency === order.currency && facts.amount.amountMinor === total;
  const genuine = named && order.hash === expectedHash && facts.hash === expectedHash;
  if (!covers || !genuine) return mismatch(order, facts, covers ? 'hash' : 'amount');
  if (facts.dispute !== 'none') return dispute(order, facts.dispute);
  if (order.state === 'needs_review') return giveBack(order, facts);
  if (facts.refunded.amountMinor >= total && total > 0n) return refunded(order, facts, 'refunded-full');
  if (facts.refunded.amountMinor > 0n) return refunded(order, facts, 'refunded-part');
  if (order.state === 'refunded' || order.state === 'partially_refunded') return refundFailed(order);
  return succeeded(order, facts);
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
  if (order.state === 'needs_review') return giveBack(order, facts);
  return move(order, 'payment-mismatched', {
    set: {
      stockHeld: false,
      review: detail,
      ...idsOf(facts),
    },
    event: { what: 'review', detail },
  });
}

function giveBack(order: OrderRecord, { paymentIntentId, refunded, amount }: PaymentFacts): Decision {
  if (!paymentIntentId || refunded.amountMinor >= amount.amountMinor) return { do: 'nothing' };
  return { do: 'refund', paymentIntentId, key: `${order.orderId}:${order.review ?? 'review'}` };
}

function refunded(order: OrderRecord, facts: PaymentFacts, event: 'refunded-full' | 'refunded-part'): Decision {
  const refundedMinor = facts.refunded.amountMinor.toString();
  if (order.refundedMinor === refundedMinor) return { do: 'nothing' };
  // A refund may be heard of before the payment it gives back.
  if (transition(orderMachine, order.state, 'payment-succeeded').state === 'paid' && order.state !== 'paid')
    return move(order, 'payment-succeeded', {
      set: idsOf(facts),
      event: { what: 'paid' },
      entitlements: 'grant',
      emptyCart: true,
    });
  return move(order, event, {
    set: { refundedMinor },
    event: { what: event },
    ...(event === 'refunded-full' ? { entitlements: 'revoke' } : {}),
  });
}

const refundFailed = (order: OrderRecord): Decision =>
  move(order, 'refund-failed', {
    set: { refundedMinor: '0' },
    event: { what: 'refund-failed' },
    entitlements: 'restore',
  });

const disputes = {
  open: { event: 'dispute-opened', entitlements: 'suspend' },
  won: { event: 'dispute-won', entitlements: 'restore' },
  lost: { event: 'dispute-lost', entitlements: 'revoke' },
} as const;

function dispute(order: OrderRecord, state: keyof typeof disputes): Decision {
  const { event, entitlements } = disputes[state];
  return move(order, event, { event: { what: event }, entitlements });
}

/** A change of state where the machine has one; news that leads nowhere new changes nothing. */
function move(
  order: OrderRecord,
  event: OrderEvent,
  change: Omit<OrderChange, 'set'> & { set?: OrderChange['set'] },
): Decision {
  const next = transition(orderMachine, order.state, event);
  const repeated = !next.ok || (!next.changed && change.set?.refundedMinor === undefined);
  return repeated
    ? { do: 'nothing' }
    : { do: 'change', change: { ...change, set: { ...change.set, state: next.state } } };
}
