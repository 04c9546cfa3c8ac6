import type { DisputeEvidence, DisputeRecord } from '../../table/dispute-record.ts';
import type { OrderRecord } from '../../table/order-record.ts';
import type { RefundRecord } from '../../table/refund-record.ts';
import type { OrderChange } from '../order/order-repository.ts';
import { claimOf, linesGone, settledStateOf } from './settled-state.ts';

export type DisputeDecision =
  { do: 'change'; change: OrderChange } | { do: 'answer-dispute'; dispute: DisputeRecord; evidence: DisputeEvidence };

/**
 * Rights are suspended while a bank decides, restored where it decides for the shop, and revoked where it does not. It may decide
 * anew: what was lost can be won after an appeal.
 */
export function decideDispute(
  order: OrderRecord,
  refunds: readonly RefundRecord[],
  theirs: DisputeRecord,
): DisputeDecision | undefined {
  const ours = order.dispute?.id === theirs.id ? order.dispute : undefined;
  // What the shop says to it is ours to know; all else is the bank's.
  const dispute: DisputeRecord = { ...ours, ...theirs };
  if (ours?.status !== theirs.status || ours.dueBy !== theirs.dueBy)
    return { do: 'change', change: changeTo(order, refunds, dispute) };
  const { evidence, requestedAt, sentAt, failure } = ours;
  const isAsked = requestedAt !== undefined && sentAt === undefined && failure === undefined;
  return evidence && isAsked ? { do: 'answer-dispute', dispute: ours, evidence } : undefined;
}

function changeTo(order: OrderRecord, refunds: readonly RefundRecord[], dispute: DisputeRecord): OrderChange {
  const after: OrderRecord = { ...order, dispute };
  const set = { state: settledStateOf(after, refunds), dispute };
  const [was, is] = [claimOf(order.dispute), claimOf(dispute)];
  if (was === is) return { set };
  const about = { detail: dispute.reason };
  if (is === 'open') return { set, event: { what: 'dispute-opened', ...about }, entitlements: 'suspend' };
  if (is === 'lost') return { set, event: { what: 'dispute-lost', ...about }, entitlements: 'revoke' };
  // What was refunded stays refunded.
  const gone = linesGone(after, refunds);
  const kept = order.frozen.lines.filter(({ id }) => !gone.has(id)).map(({ id }) => ({ lineId: id }));
  return { set, event: { what: 'dispute-won', ...about }, entitlements: 'restore', lines: kept };
}
