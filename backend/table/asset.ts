import { Entity, type EntityItem } from 'electrodb';
import { configurationOf, perTable } from './client.ts';
import { key } from './keys.ts';

/** A file a buyer of the product gets; `objectKey` is its place in the assets bucket. */
export const createAssetEntity = perTable(
  (table) =>
    new Entity(
      {
        model: { service: 'tessera', entity: 'asset', version: '1' },
        attributes: {
          tenantId: { type: 'string', required: true },
          productId: { type: 'string', required: true },
          assetId: { type: 'string', required: true },
          position: { type: 'number', required: true },
          name: { type: 'string', required: true },
          format: { type: 'string', required: true },
          contentType: { type: 'string', required: true },
          bytes: { type: 'number', required: true },
          objectKey: { type: 'string', required: true },
        },
        indexes: {
          ofProduct: { pk: key('pk', 'TENANT#${tenantId}#PRODUCT#${productId}'), sk: key('sk', 'ASSET#${assetId}') },
        },
      },
      configurationOf(table),
    ),
);

export type AssetItem = EntityItem<ReturnType<typeof createAssetEntity>>;
