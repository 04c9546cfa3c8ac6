import type { TenantId } from '@tessera/contracts/ids.ts';
import { createWriteTransaction } from 'electrodb';
import { toSeconds, type Clock } from '../../platform/clock.ts';
import { createCartEntity } from '../../table/cart.ts';
import type { Table } from '../../table/client.ts';
import { createCounterEntity } from '../../table/counter.ts';
import { createIdempotencyEntity } from '../../table/idempotency-record.ts';
import { createOrderEntity } from '../../table/order.ts';
import { OrderRecord } from '../../table/order-record.ts';
import { createPaymentSessionEntity } from '../../table/payment-session.ts';
import { createStockEntity } from '../../table/stock.ts';
import { changeOrder } from './change-order.dynamo.ts';
import type { OrderRepository, Placement, PlaceResult } from './order-repository.ts';

export function createOrderRepository(table: Table, tenantId: TenantId, clock: Clock): OrderRepository {
  const orders = createOrderEntity(table);
  const counters = createCounterEntity(table);
  const idempotency = createIdempotencyEntity(table);
  const entities = {
    orders,
    idempotency,
    carts: createCartEntity(table),
    stocks: createStockEntity(table),
    sessions: createPaymentSessionEntity(table),
  };

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

    async place(placement) {
      const { cart, order, fingerprint, idempotency: claim } = placement;
      const { canceled, data } = await createWriteTransaction(entities, (tx) => [
        tx.orders.create(order).commit(),
        tx.carts
          .patch({ tenantId, cartId: cart.cartId })
          .set({ openOrderId: order.orderId, openOrderFingerprint: fingerprint })
          .where(({ version, openOrderId }, { eq, notExists }) => {
            const unopened =
              cart.openOrderId === undefined ? notExists(openOrderId) : eq(openOrderId, cart.openOrderId);
            return `${eq(version, cart.version)} AND ${unopened}`;
          })
          .commit(),
        ...(claim ? [claim] : []).map((record) =>
          tx.idempotency
            .put({
              tenantId,
              ...record,
              answer: { status: 200, body: order.orderId },
              ttl: toSeconds(new Date(order.expiresAt)),
            })
            .where(({ ttl }, { notExists, lt }) => `${notExists(ttl)} OR ${lt(ttl, toSeconds(clock()))}`)
            .commit(),
        ),
        ...stockedLines(order).map(({ productId, quantity }) =>
          tx.stocks
            .patch({ tenantId, productId })
            .subtract({ available: quantity })
            .where(({ available }, { gte }) => gte(available, quantity))
            .commit(),
        ),
      ]).go();
      return canceled ? refusalOf(data, placement) : 'placed';
    },

    change: (order, change) => changeOrder({ table, tenantId, clock }, order, change),

    async record(order) {
      const { canceled } = await createWriteTransaction(entities, (tx) => [
        tx.orders.create(order).commit(),
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

export const stockedLines = (order: OrderRecord) => order.frozen.lines.filter((line) => line.stocked);

/** Only a refused stock claim is the shop's last word; everything else is another request that was faster. */
function refusalOf(results: readonly { code: string }[], { idempotency }: Placement): PlaceResult {
  const stockFrom = idempotency ? 3 : 2;
  const refused = results.slice(stockFrom).some(({ code }) => code === 'ConditionalCheckFailed');
  return refused ? 'sold-out' : 'raced';
}
