import type { TransactWriteEntities } from 'electrodb';
import type { Table } from '../../table/client.ts';
import { createDiscountClaimEntity } from '../../table/discount-claim.ts';
import { createDiscountCodeEntity } from '../../table/discount-code.ts';
import { useShardOf } from '../../table/discount-record.ts';
import { createDiscountUseEntity } from '../../table/discount-use.ts';
import type { OrderRecord } from '../../table/order-record.ts';

export const createClaimEntities = (table: Table) => ({
  discountUses: createDiscountUseEntity(table),
  discountClaims: createDiscountClaimEntity(table),
  discountCodes: createDiscountCodeEntity(table),
});

type Writes = TransactWriteEntities<ReturnType<typeof createClaimEntities>>;

/**
 * What an order's discounts claim in the transaction that places it, each on an item of its own: a use under the cap, the buyer's only
 * one, the code that works once. Refused as soon as one of them is gone.
 */
export const claimDiscounts = (tx: Writes, { tenantId, orderId, userId, frozen }: OrderRecord) =>
  (frozen.discounts ?? []).flatMap(({ discountId, cap, perCustomer, singleUse, code }) => {
    const use = tx.discountUses.upsert({ tenantId, discountId, shard: useShardOf({ cap }, orderId) }).add({ used: 1 });
    return [
      cap === undefined
        ? use.commit()
        : use.where(({ used }, { notExists, lt }) => `${notExists(used)} OR ${lt(used, cap)}`).commit(),
      ...(perCustomer ? [tx.discountClaims.create({ tenantId, discountId, userId, orderId }).commit()] : []),
      ...(singleUse && code !== undefined
        ? [
            tx.discountCodes
              .patch({ tenantId, code })
              .set({ usedBy: orderId })
              .where(({ usedBy }, { notExists }) => notExists(usedBy))
              .commit(),
          ]
        : []),
    ];
  });

/** Gives back what an order claimed that comes to nothing. */
export const releaseDiscounts = (tx: Writes, { tenantId, orderId, userId, frozen }: OrderRecord) =>
  (frozen.discounts ?? []).flatMap(({ discountId, cap, perCustomer, singleUse, code }) => [
    tx.discountUses
      .patch({ tenantId, discountId, shard: useShardOf({ cap }, orderId) })
      .subtract({ used: 1 })
      .commit(),
    ...(perCustomer ? [tx.discountClaims.delete({ tenantId, discountId, userId }).commit()] : []),
    ...(singleUse && code !== undefined
      ? [tx.discountCodes.patch({ tenantId, code }).remove(['usedBy']).commit()]
      : []),
  ]);
