import { createWriteTransaction } from 'electrodb';
import { createClaimEntity } from '../../table/claim.ts';
import type { Table } from '../../table/client.ts';
import { createStoreEntity } from '../../table/store.ts';
import type { Stores } from './stores.ts';

export function createStores(table: Table, tenantId: string): Stores {
  const stores = createStoreEntity(table);
  const claims = createClaimEntity(table);
  return {
    async find(storeId) {
      const { data } = await stores.get({ tenantId, storeId }).go();
      return data ?? undefined;
    },
    async open(store) {
      // Stores that came with the shop made no claim; they are found by the index.
      const { data: known } = await stores.query.slug({ tenantId, slug: store.slug }).go();
      if (known.length > 0) return 'taken';
      const { canceled } = await createWriteTransaction({ stores, claims }, (tx) => [
        tx.claims.create({ tenantId, kind: 'STORESLUG', value: store.slug, ownerId: store.storeId }).commit(),
        tx.stores.create({ ...store, tenantId }).commit(),
      ]).go();
      return canceled ? 'taken' : 'opened';
    },
  };
}
