import type { TenantId } from '@tessera/contracts/ids.ts';
import { createWriteTransaction } from 'electrodb';
import { toSeconds, type Clock } from '../../platform/clock.ts';
import { createCartEntity } from '../../table/cart.ts';
import type { Table } from '../../table/client.ts';
import { createIdempotencyEntity } from '../../table/idempotency-record.ts';
import { createOrderEntity } from '../../table/order.ts';
import { createStockEntity } from '../../table/stock.ts';
import { claimDiscounts, createClaimEntities } from './discount-claims.dynamo.ts';
import type { Placement, PlaceResult } from './order-repository.ts';

interface Deps {
  table: Table;
  tenantId: TenantId;
  clock: Clock;
}

/**
 * Order, cart, key, stock and discounts in one transaction, or none of it. Fifty lines, ten discounts of three items and the three
 * before them stay below its hundred, and no two are on one item.
 */
export async function placeOrderItems(
  { table, tenantId, clock }: Deps,
  { cart, order, fingerprint, idempotency: key }: Placement,
): Promise<PlaceResult> {
  const entities = {
    orders: createOrderEntity(table),
    idempotency: createIdempotencyEntity(table),
    carts: createCartEntity(table),
    stocks: createStockEntity(table),
    ...createClaimEntities(table),
  };
  /** What it means where a write's condition refuses it, in the order of the writes. */
  let meanings: Exclude<PlaceResult, 'placed'>[] = [];
  const { canceled, data } = await createWriteTransaction(entities, (tx) => {
    const parts = {
      raced: [
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
        ...(key ? [key] : []).map((record) =>
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
      ],
      'sold-out': order.frozen.lines
        .filter((line) => line.stocked)
        .map(({ productId, quantity }) =>
          tx.stocks
            .patch({ tenantId, productId })
            .subtract({ available: quantity })
            .where(({ available }, { gte }) => gte(available, quantity))
            .commit(),
        ),
      'discount-gone': claimDiscounts(tx, order),
    };
    meanings = [
      ...parts.raced.map(() => 'raced' as const),
      ...parts['sold-out'].map(() => 'sold-out' as const),
      ...parts['discount-gone'].map(() => 'discount-gone' as const),
    ];
    return [...parts.raced, ...parts['sold-out'], ...parts['discount-gone']];
  }).go();
  return canceled ? refusalOf(data, meanings) : 'placed';
}

/** A refused condition of stock or discount is the shop's last word, but not while another request was faster; nor is a collision. */
function refusalOf(results: readonly { code: string }[], meanings: readonly Exclude<PlaceResult, 'placed'>[]) {
  const refused = new Set(meanings.filter((_, index) => results[index]?.code === 'ConditionalCheckFailed'));
  if (refused.has('raced')) return 'raced';
  if (refused.has('sold-out')) return 'sold-out';
  return refused.has('discount-gone') ? 'discount-gone' : 'raced';
}
