import type { Table } from '../../table/client.ts';
import { createEntitlementEntity } from '../../table/entitlement.ts';

/** Which of the products somebody has for good: what a pass or a term opens may still be bought. */
export type OwnedProducts = (userId: string, productIds: readonly string[]) => Promise<ReadonlySet<string>>;

export function createOwnedProducts(table: Table, tenantId: string): OwnedProducts {
  const entitlements = createEntitlementEntity(table);
  return async (userId, productIds) => {
    const found = await Promise.all(
      productIds.map((productId) => entitlements.query.ofUser({ tenantId, userId }).begins({ productId }).go()),
    );
    // What begins with a product's id may be another product, whose id goes on.
    const kept = found
      .flatMap(({ data }) => data)
      .filter(({ state, endsAt, pass }) => state === 'granted' && !endsAt && !pass);
    const owned = new Set(kept.map(({ productId }) => productId));
    return new Set(productIds.filter((productId) => owned.has(productId)));
  };
}
