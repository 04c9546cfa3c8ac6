import type { TenantId } from '@tessera/contracts/ids.ts';
import { createAssetEntity } from '../../table/asset.ts';
import type { Table } from '../../table/client.ts';
import { createEntitlementEntity } from '../../table/entitlement.ts';
import { EntitlementRecord, readEntitlementId } from '../../table/entitlement-record.ts';
import type { Entitlements } from './entitlements.ts';

export function createEntitlements(table: Table, tenantId: TenantId): Entitlements {
  const entitlements = createEntitlementEntity(table);
  const assets = createAssetEntity(table);
  return {
    async list(userId) {
      const { data } = await entitlements.query.ofUser({ tenantId, userId }).go({ pages: 'all' });
      return data.map((item) => EntitlementRecord.parse(item));
    },

    async find(userId, entitlementId) {
      const place = readEntitlementId(entitlementId);
      if (!place) return undefined;
      const { data } = await entitlements.query.ofOrder({ tenantId, ...place }).go();
      const found = data.find((item) => item.userId === userId && item.entitlementId === entitlementId);
      if (!found) return undefined;
      // The index may be late; whether a right still stands is asked of the table itself.
      const { productId, lineId } = found;
      const current = await entitlements.get({ tenantId, userId, productId, lineId }).go({ consistent: true });
      return current.data ? EntitlementRecord.parse(current.data) : undefined;
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
