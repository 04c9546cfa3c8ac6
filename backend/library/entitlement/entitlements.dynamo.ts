import type { TenantId } from '@tessera/contracts/ids.ts';
import { createAssetEntity } from '../../table/asset.ts';
import type { Table } from '../../table/client.ts';
import { isConditionFailure } from '../../table/condition-failure.ts';
import { createEntitlementEntity } from '../../table/entitlement.ts';
import { EntitlementRecord, readEntitlementId } from '../../table/entitlement-record.ts';
import { lentBy, type Entitlements } from './entitlements.ts';

export function createEntitlements(table: Table, tenantId: TenantId): Entitlements {
  const entitlements = createEntitlementEntity(table);
  const assets = createAssetEntity(table);

  async function read(userId: string, { productId, lineId }: { productId: string; lineId: string }) {
    const { data } = await entitlements.get({ tenantId, userId, productId, lineId }).go({ consistent: true });
    return data ? EntitlementRecord.parse(data) : undefined;
  }

  return {
    async list(userId) {
      const { data } = await entitlements.query.ofUser({ tenantId, userId }).go({ pages: 'all' });
      const all = data.map((item) => EntitlementRecord.parse(item));
      return all.map((right) => {
        const { pass } = right;
        return pass
          ? lentBy(
              right,
              all.find(({ productId, lineId }) => productId === pass.productId && lineId === pass.lineId),
            )
          : right;
      });
    },

    async keep(right) {
      try {
        await entitlements.create(right).go();
        return right;
      } catch (error) {
        if (!isConditionFailure(error)) throw error;
        return (await read(right.userId, right)) ?? right;
      }
    },

    async find(userId, entitlementId) {
      const place = readEntitlementId(entitlementId);
      if (!place) return undefined;
      const { data } = await entitlements.query.ofOrder({ tenantId, ...place }).go();
      const found = data.find((item) => item.userId === userId && item.entitlementId === entitlementId);
      if (!found) return undefined;
      // The index may be late; whether a right still stands is asked of the table itself.
      const right = await read(userId, found);
      return right?.pass ? lentBy(right, await read(userId, right.pass)) : right;
    },

    async assetsOf(productId) {
      const { data } = await assets.query.ofProduct({ tenantId, productId }).go({ pages: 'all' });
      return data.toSorted((a, b) => a.position - b.position);
    },

    async findAsset(productId, assetId) {
      const { data } = await assets.get({ tenantId, productId, assetId }).go();
      return data ?? undefined;
    },
  };
}
