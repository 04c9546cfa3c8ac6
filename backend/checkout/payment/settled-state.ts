import { transition } from '@tessera/commerce/order/machine.ts';
import { orderMachine, type OrderEvent } from '@tessera/commerce/order/order-machine.ts';
import type { OrderState } from '@tessera/contracts/api/checkout.ts';
import type { DisputeRecord } from '../../table/dispute-record.ts';
import type { OrderRecord } from '../../table/order-record.ts';
import type { RefundRecord } from '../../table/refund-record.ts';

/** Whether a bank holds the money of a payment while it decides, has kept it, or has left it with the shop. */
export type ClaimState = 'open' | 'lost' | 'over';

export function claimOf(dispute: DisputeRecord | undefined): ClaimState {
  if (dispute === undefined || dispute.status === 'won') return 'over';
  return dispute.status === 'lost' ? 'lost' : 'open';
}

/** What the refunds alone say of their order. */
export function refundEventOf(order: OrderRecord, refunds: readonly RefundRecord[]): OrderEvent {
  const refunded = refundedOf(refunds);
  if (refunded === 0n) return 'refund-failed';
  return refunded >= BigInt(order.totalMinor) ? 'refunded-full' : 'refunded-part';
}

/**
 * Where a paid order stands, by its refunds and the bank's claim as they are now: the same in whatever order they were heard of, so
 * that a refund that fails after a lost claim makes nothing paid, and a claim that is won after all makes nothing whole that was refunded.
 */
export const settledStateOf = (order: OrderRecord, refunds: readonly RefundRecord[]): OrderState =>
  eventsOf(order, refunds).reduce<OrderState>(
    (state, event) => transition<OrderState, OrderEvent>(orderMachine, state, event).state,
    order.state,
  );

/** Lines that are no longer the buyer's: of which every piece was given back; all of them where all the money is gone. */
export function linesGone(order: OrderRecord, refunds: readonly RefundRecord[]): Set<string> {
  const { lines } = order.frozen;
  const given = refunds.filter(({ state }) => state === 'succeeded');
  const isAllGone = given.length > 0 && refundedOf(refunds) >= BigInt(order.totalMinor);
  if (isAllGone || claimOf(order.dispute) === 'lost') return new Set(lines.map(({ id }) => id));
  const pieces = (lineId: string) =>
    given.flatMap(({ shares }) => shares).reduce((sum, { id, quantity }) => sum + (id === lineId ? quantity : 0), 0);
  return new Set(lines.filter(({ id, quantity }) => pieces(id) >= quantity).map(({ id }) => id));
}

/** Minor units that refunds gave back. */
export const refundedOf = (refunds: readonly RefundRecord[]): bigint =>
  refunds.filter(({ state }) => state === 'succeeded').reduce((sum, { amountMinor }) => sum + BigInt(amountMinor), 0n);

function eventsOf(order: OrderRecord, refunds: readonly RefundRecord[]): OrderEvent[] {
  const claim = claimOf(order.dispute);
  if (claim === 'lost') return ['dispute-lost'];
  if (claim === 'open') return ['dispute-opened'];
  return [...(order.dispute ? ['dispute-won' as const] : []), refundEventOf(order, refunds)];
}
