import { toDecimal } from '@tessera/commerce/money/format-money.ts';
import { money } from '@tessera/commerce/money/money.ts';
import type { TenantId } from '@tessera/contracts/ids.ts';
import { createWriteTransaction } from 'electrodb';
import type { Table } from '../../table/client.ts';
import { createIdempotencyEntity } from '../../table/idempotency-record.ts';
import { createOrderEntity } from '../../table/order.ts';
import { OrderRecord } from '../../table/order-record.ts';
import { readRefunds } from '../../table/order-refunds.ts';
import { createRefundEntity } from '../../table/refund.ts';
import type { Refunds } from './refunds.ts';

/**
 * A refund is written before anybody is asked for it, so a crash in between loses none and doubles none:
 *
 *   refund       REFUND#n ── IF NOT EXISTS
 *   order        refundCount = n ── IF revision
 *   idempotency  the answer ── IF NOT EXISTS
 */
export function createRefunds(table: Table, tenantId: TenantId): Refunds {
  const entities = {
    orders: createOrderEntity(table),
    refunds: createRefundEntity(table),
    idempotency: createIdempotencyEntity(table),
  };
  return {
    async read(orderId) {
      const { data } = await entities.orders.get({ tenantId, orderId }).go({ consistent: true });
      if (!data) return undefined;
      return { order: OrderRecord.parse(data), refunds: await readRefunds(table, tenantId, orderId) };
    },

    async request(order, refund, claim) {
      const detail = `${toDecimal(money(BigInt(refund.amountMinor), refund.currency))} ${refund.currency}`;
      const event = { at: refund.requestedAt, what: 'refund-requested', detail };
      const { canceled } = await createWriteTransaction(entities, (tx) => [
        tx.refunds.create(refund).commit(),
        tx.orders
          .patch({ tenantId, orderId: order.orderId })
          .set({ refundCount: refund.n, revision: order.revision + 1, timeline: [...order.timeline, event] })
          .where(({ revision }, { eq }) => eq(revision, order.revision))
          .commit(),
        tx.idempotency.create(claim).commit(),
      ]).go();
      return canceled ? 'raced' : 'requested';
    },
  };
}
