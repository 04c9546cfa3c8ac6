import { fromStoredShare } from '@tessera/commerce/refund/frozen-amounts.ts';
import { sum, type PaidPart } from '@tessera/commerce/refund/paid-parts.ts';
import { totalOf } from '@tessera/commerce/refund/plan-refund.ts';
import type { AdminOrder, RefundPreview, RefundView } from '@tessera/contracts/api/refunds.ts';
import type { MoneyWire } from '@tessera/contracts/money.ts';
import type { z } from 'zod';
import type { OrderRecord } from '../../table/order-record.ts';
import { toOrderView } from '../../table/order-view.ts';
import type { RefundRecord } from '../../table/refund-record.ts';
import { draftEvidence, type Access } from '../dispute/draft-evidence.ts';
import { toDisputeView } from '../dispute/view.ts';
import { leftOf, refusalOf } from './plan.ts';

type Refusal = z.infer<typeof AdminOrder>['refundable']['refusal'];

export function toRefundView(refund: RefundRecord): z.infer<typeof RefundView> {
  const { n, state, currency, amountMinor, restock, reason, requestedAt, requestedBy } = refund;
  const { settledAt, failure, creditNoteNumber } = refund;
  return {
    ...{ n, state, restock, requestedAt, requestedBy },
    amount: { amountMinor, currency },
    parts: refund.shares.map((share) => toPart(fromStoredShare(share), currency)),
    ...(reason === undefined ? {} : { reason }),
    ...(settledAt === undefined ? {} : { settledAt }),
    ...(failure === undefined ? {} : { failure }),
    ...(creditNoteNumber === undefined ? {} : { creditNoteNumber }),
  };
}

export function toPreview(
  order: OrderRecord,
  shares: readonly PaidPart[],
  leftMinor: bigint,
): z.infer<typeof RefundPreview> {
  const { currency, frozen } = order;
  return {
    amount: wire(totalOf(shares), currency),
    parts: shares.map((share) => toPart(share, currency)),
    taxes: frozen.taxLines.map(({ label }, index) => ({
      label,
      amount: wire(sum(shares.map(({ taxMinor }) => taxMinor[index] ?? 0n)), currency),
    })),
    left: wire(leftMinor, currency),
  };
}

/** All that the team sees of an order. */
export function toAdminOrder(
  order: OrderRecord,
  refunds: readonly RefundRecord[],
  accesses: readonly Access[],
): z.infer<typeof AdminOrder> {
  const { currency, paidAt, paymentIntentId, subscriptionId, review } = order;
  const left = leftOf(order, refunds);
  const refusal = toRefusal(refusalOf(order, refunds));
  return {
    ...toOrderView(order, refunds),
    refunds: refunds.map(toRefundView),
    refundable: {
      amount: wire(totalOf(left), currency),
      parts: left.map((part) => toPart(part, currency)),
      ...(refusal ? { refusal } : {}),
    },
    ...(order.dispute ? { dispute: toDisputeView(order.dispute, draftEvidence(order, accesses)) } : {}),
    payment: {
      refunded: { amountMinor: order.refundedMinor ?? '0', currency },
      ...(paidAt === undefined ? {} : { paidAt }),
      ...(paymentIntentId === undefined ? {} : { intentId: paymentIntentId }),
      ...(subscriptionId === undefined ? {} : { subscriptionId }),
      ...(review === undefined ? {} : { review }),
    },
  };
}

function toRefusal(reason: ReturnType<typeof refusalOf>): Refusal {
  if (reason === undefined) return undefined;
  if (reason === 'disputed') return 'order_disputed';
  if (reason === 'under-review') return 'under_review';
  return reason === 'not-paid' ? 'not_paid' : 'nothing_left';
}

const toPart = ({ id, quantity, grossMinor, taxMinor }: PaidPart, currency: string) => ({
  id,
  quantity,
  gross: wire(grossMinor, currency),
  tax: wire(sum(taxMinor), currency),
});

const wire = (amountMinor: bigint, currency: string): MoneyWire => ({ amountMinor: amountMinor.toString(), currency });
