import type { TenantId } from '@tessera/contracts/ids.ts';
import { createWriteTransaction } from 'electrodb';
import { toSeconds, type Clock } from '../../platform/clock.ts';
import type { Table } from '../../table/client.ts';
import { createCounterEntity } from '../../table/counter.ts';
import { createIdempotencyEntity } from '../../table/idempotency-record.ts';
import { createLedgerEntryEntity, toLedgerItem } from '../../table/ledger-entry.ts';
import { createOrderEntity } from '../../table/order.ts';
import { OrderRecord } from '../../table/order-record.ts';
import { readRefunds } from '../../table/order-refunds.ts';
import { createPaymentSessionEntity } from '../../table/payment-session.ts';
import { createRefundEntity } from '../../table/refund.ts';
import { RefundRecord } from '../../table/refund-record.ts';
import { changeOrder } from './change-order.dynamo.ts';
import { ledgerEntriesOf } from './ledger-entries.ts';
import type { OrderRepository } from './order-repository.ts';
import { placeOrderItems } from './place.dynamo.ts';

export function createOrderRepository(table: Table, tenantId: TenantId, clock: Clock): OrderRepository {
  const orders = createOrderEntity(table);
  const counters = createCounterEntity(table);
  const idempotency = createIdempotencyEntity(table);
  const entities = { orders, sessions: createPaymentSessionEntity(table), ledger: createLedgerEntryEntity(table) };

  async function find(orderId: string): Promise<OrderRecord | undefined> {
    const { data } = await orders.get({ tenantId, orderId }).go({ consistent: true });
    return data ? OrderRecord.parse(data) : undefined;
  }

  return {
    find,

    async findByKey(scopedKey) {
      const { data } = await idempotency.get({ tenantId, scopedKey }).go({ consistent: true });
      const orderId: unknown = data?.answer.body;
      if (!data || data.ttl <= toSeconds(clock()) || typeof orderId !== 'string') return undefined;
      return { orderId, fingerprint: data.fingerprint };
    },

    async nextNumber() {
      const { data } = await counters.upsert({ tenantId, name: 'orders' }).add({ next: 1 }).go({ response: 'all_new' });
      return data.next;
    },

    place: (placement) => placeOrderItems({ table, tenantId, clock }, placement),

    refundsOf: ({ orderId }) => readRefunds(table, tenantId, orderId),

    async listUnanswered(before) {
      const requested = createRefundEntity(table).query.byState({ tenantId, state: 'requested' });
      const { data } = await requested.lt({ requestedAt: before }).go({ pages: 'all' });
      return data.map((item) => RefundRecord.parse(item));
    },

    change: (order, change) => changeOrder({ table, tenantId, clock }, order, change),

    async record(order) {
      const booked = ledgerEntriesOf({ before: undefined, after: order }, undefined, clock().toISOString());
      const { canceled } = await createWriteTransaction(entities, (tx) => [
        tx.orders.create(order).commit(),
        ...booked.map((entry) => tx.ledger.create(toLedgerItem(tenantId, entry)).commit()),
        ...(order.paymentIntentId
          ? [tx.sessions.put({ providerId: order.paymentIntentId, tenantId, orderId: order.orderId }).commit()]
          : []),
      ]).go();
      return canceled ? 'known' : 'recorded';
    },

    async listPlaced({ from, until }) {
      const { data } = await orders.query
        .ofTenant({ tenantId })
        .between({ placedAt: from }, { placedAt: until })
        .go({ pages: 'all' });
      return data.map((item) => OrderRecord.parse(item));
    },
  };
}
