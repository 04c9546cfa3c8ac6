import { Entity, type EntityItem } from 'electrodb';
import { configurationOf, perTable } from './client.ts';
import { key } from './keys.ts';

/** A creator's storefront inside a tenant. */
export const createStoreEntity = perTable(
  (table) =>
    new Entity(
      {
        model: { service: 'tessera', entity: 'store', version: '1' },
        attributes: {
          tenantId: { type: 'string', required: true },
          storeId: { type: 'string', required: true },
          slug: { type: 'string', required: true },
          name: { type: 'string', required: true },
          ownerId: { type: 'string' },
          createdAt: { type: 'string', required: true },
        },
        indexes: {
          id: { pk: key('pk', 'TENANT#${tenantId}#STORE#${storeId}'), sk: key('sk', 'STORE') },
          slug: { index: 'gsi1', pk: key('gsi1pk', 'TENANT#${tenantId}#STORES'), sk: key('gsi1sk', '${slug}') },
        },
      },
      configurationOf(table),
    ),
);

export type StoreItem = EntityItem<ReturnType<typeof createStoreEntity>>;
