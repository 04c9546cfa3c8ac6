import { fromStoredShare, paidPartsOf } from '@tessera/commerce/refund/frozen-amounts.ts';
import { fromWire } from '@tessera/commerce/money/money.ts';
import {
  partsLeft,
  planRefund,
  totalOf,
  type RefundPlan,
  type RefundRefusal,
  type RefundShare,
} from '@tessera/commerce/refund/plan-refund.ts';
import type { PaidPart } from '@tessera/commerce/refund/paid-parts.ts';
import type { RefundWish } from '@tessera/contracts/api/refunds.ts';
import type { z } from 'zod';
import type { OrderRecord } from '../../table/order-record.ts';
import type { RefundRecord } from '../../table/refund-record.ts';

type Wish = z.infer<typeof RefundWish>;

/** What a wish gives back of an order, after the refunds it has had. */
export const planFor = (order: OrderRecord, refunds: readonly RefundRecord[], wish: Wish): RefundPlan =>
  planRefund(refundableOf(order, refunds), {
    currency: wish.amount?.currency ?? order.currency,
    lines: wish.lines,
    delivery: wish.delivery,
    ...(wish.amount ? { amountMinor: fromWire(wish.amount).amountMinor } : {}),
  });

/** What no refund has given back or holds. */
export function leftOf(order: OrderRecord, refunds: readonly RefundRecord[]): readonly PaidPart[] {
  const { parts, refunds: given } = refundableOf(order, refunds);
  return partsLeft(parts, given);
}

/** Why nothing at all can be refunded. */
export function refusalOf(order: OrderRecord, refunds: readonly RefundRecord[]): RefundRefusal | undefined {
  const whole = { currency: order.currency, lines: [], delivery: false, amountMinor: totalOf(leftOf(order, refunds)) };
  const plan = planRefund(refundableOf(order, refunds), whole);
  return plan.ok ? undefined : plan.reason;
}

/** What is left after a dispute was lost is the bank's; what was paid for an order under review went back without being asked for. */
function refundableOf(order: OrderRecord, refunds: readonly RefundRecord[]) {
  const held = refunds.filter(({ state }) => state !== 'failed');
  const shares = held.map((refund): RefundShare[] => refund.shares.map(fromStoredShare));
  const parts = paidPartsOf(order);
  const isGone = order.dispute?.status === 'lost' || order.review !== undefined;
  return {
    state: order.state,
    currency: order.currency,
    parts,
    refunds: isGone ? [...shares, partsLeft(parts, shares)] : shares,
  };
}
