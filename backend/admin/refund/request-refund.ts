import { toStoredShare } from '@tessera/commerce/refund/frozen-amounts.ts';
import type { refundsApi } from '@tessera/contracts/api/refunds.ts';
import type { z } from 'zod';
import type { Claims } from '../../platform/auth.ts';
import { conflict, notFound } from '../../platform/errors.ts';
import type { IdempotentAnswer, IdempotentRequest } from '../../platform/idempotency.ts';
import type { OrderRecord } from '../../table/order-record.ts';
import { refundKeyOf, type RefundRecord } from '../../table/refund-record.ts';
import type { TenantScope } from '../deps.ts';
import { planFor } from './plan.ts';
import { toProblem } from './refusal.ts';
import { toRefundView } from './views.ts';

export interface RefundRequest {
  orderId: string;
  body: z.infer<typeof refundsApi.refund.body>;
  request: IdempotentRequest;
  claims: Claims;
}

const maxTries = 5;

/** Writes a refund down under a key of its own. Whoever loses to the same key is answered as the one who won. */
export async function requestRefund(
  scope: TenantScope,
  { orderId, body, request, claims }: RefundRequest,
): Promise<{ answer: IdempotentAnswer; recorded: true } | 'lost'> {
  for (let attempt = 0; attempt < maxTries; attempt += 1) {
    const found = await scope.refunds.read(orderId);
    if (!found) throw notFound();
    const { order, refunds } = found;
    const plan = planFor(order, refunds, body);
    if (!plan.ok) throw toProblem(plan.reason);
    const { amountMinor, currency } = body.expected;
    if (currency !== order.currency || BigInt(amountMinor) !== plan.amountMinor)
      throw conflict('refund_changed', 'The amount of this refund has changed. Look at it again.');
    const refund = toRecord(order, {
      n: (order.refundCount ?? 0) + 1,
      amountMinor: plan.amountMinor.toString(),
      shares: plan.shares.map(toStoredShare),
      restock: body.restock,
      ...(body.reason ? { reason: body.reason } : {}),
      requestedAt: scope.clock().toISOString(),
      requestedBy: claims.userId,
    });
    const answer = { status: 202, body: toRefundView(refund) };
    if ((await scope.refunds.request(order, refund, scope.idempotency.item(request, answer))) === 'requested') {
      const data = { n: refund.n, amountMinor: refund.amountMinor, currency: refund.currency };
      await scope.audit({ entity: orderId, what: 'refund.requested', data }, claims);
      return { answer, recorded: true };
    }
    if (await scope.idempotency.find(request)) return 'lost';
  }
  throw conflict('order_busy', 'This order is being changed. Try again in a moment.');
}

const toRecord = (
  { tenantId, orderId, currency }: OrderRecord,
  given: Omit<RefundRecord, 'tenantId' | 'orderId' | 'key' | 'state' | 'currency'>,
): RefundRecord => ({
  tenantId,
  orderId,
  currency,
  key: refundKeyOf(orderId, given.n),
  state: 'requested',
  ...given,
});
