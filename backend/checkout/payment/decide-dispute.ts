import { transition } from '@tessera/commerce/order/machine.ts';
import { orderMachine, type OrderEvent } from '@tessera/commerce/order/order-machine.ts';
import type { OrderState } from '@tessera/contracts/api/checkout.ts';
import type { DisputeEvidence, DisputeRecord } from '../../table/dispute-record.ts';
import type { OrderRecord } from '../../table/order-record.ts';
import type { RefundRecord } from '../../table/refund-record.ts';
import type { OrderChange } from '../order/order-repository.ts';
import { linesGone } from './decide-refunds.ts';

export type DisputeDecision =
  { do: 'change'; change: OrderChange } | { do: 'answer-dispute'; dispute: DisputeRecord; evidence: DisputeEvidence };

const news = {
  needs_response: { event: 'dispute-opened', entitlements: 'suspend' },
  under_review: { event: 'dispute-opened', entitlements: 'suspend' },
  won: { event: 'dispute-won', entitlements: 'restore' },
  lost: { event: 'dispute-lost', entitlements: 'revoke' },
} as const satisfies Record<DisputeRecord['status'], { event: OrderEvent; entitlements: OrderChange['entitlements'] }>;

/** Rights are suspended while a bank decides, restored where it decides for the shop, and revoked where it does not. */
export function decideDispute(
  order: OrderRecord,
  refunds: readonly RefundRecord[],
  theirs: DisputeRecord,
): DisputeDecision | undefined {
  const ours = order.dispute?.id === theirs.id ? order.dispute : undefined;
  // What the shop says to it is ours to know; all else is the bank's.
  const dispute: DisputeRecord = { ...ours, ...theirs };
  const { event, entitlements } = news[theirs.status];
  const next = transition<OrderState, OrderEvent>(orderMachine, order.state, event);
  if (next.ok && next.changed) {
    // What was refunded before stays refunded.
    const gone = linesGone(order, refunds);
    const kept = order.frozen.lines.filter(({ id }) => !gone.has(id)).map(({ id }) => ({ lineId: id }));
    const lines = entitlements === 'restore' ? { lines: kept } : {};
    return {
      do: 'change',
      change: {
        set: { state: next.state, dispute },
        event: { what: event, detail: theirs.reason },
        entitlements,
        ...lines,
      },
    };
  }
  if (ours?.status !== theirs.status || ours.dueBy !== theirs.dueBy)
    return { do: 'change', change: { set: { dispute } } };
  const { evidence, requestedAt, sentAt, failure } = ours;
  const isAsked = requestedAt !== undefined && sentAt === undefined && failure === undefined;
  return evidence && isAsked ? { do: 'answer-dispute', dispute: ours, evidence } : undefined;
}
