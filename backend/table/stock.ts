import { Entity, type EntityItem } from 'electrodb';
import { configurationOf, perTable } from './client.ts';
import { key } from './keys.ts';

/** Units that can still be sold. Changed only by conditional updates, so that two buyers cannot take the last one. */
export const createStockEntity = perTable(
  (table) =>
    new Entity(
      {
        model: { service: 'tessera', entity: 'stock', version: '1' },
        attributes: {
          tenantId: { type: 'string', required: true },
          productId: { type: 'string', required: true },
          available: { type: 'number', required: true },
        },
        indexes: {
          ofProduct: { pk: key('pk', 'TENANT#${tenantId}#PRODUCT#${productId}'), sk: key('sk', 'STOCK') },
          ofTenant: {
            index: 'gsi2',
            pk: key('gsi2pk', 'TENANT#${tenantId}#STOCKS'),
            sk: key('gsi2sk', '${productId}'),
          },
        },
      },
      configurationOf(table),
    ),
);

export type StockItem = EntityItem<ReturnType<typeof createStockEntity>>;
