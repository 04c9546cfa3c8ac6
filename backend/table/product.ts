import type { Product } from '@tessera/contracts/api/catalog.ts';
import { CustomAttributeType, Entity, type EntityItem } from 'electrodb';
import { configurationOf, perTable } from './client.ts';
import { key } from './keys.ts';

/** A sellable variant of a work. */
export const createProductEntity = perTable(
  (table) =>
    new Entity(
      {
        model: { service: 'tessera', entity: 'product', version: '1' },
        attributes: {
          tenantId: { type: 'string', required: true },
          productId: { type: 'string', required: true },
          workId: { type: 'string', required: true },
          /** Place among the work's products. */
          position: { type: 'number', required: true },
          title: { type: 'string', required: true },
          format: { type: 'string', required: true },
          delivery: { type: CustomAttributeType<Product['delivery']>('string'), required: true },
          taxCode: { type: 'string', required: true },
          interval: { type: ['month', 'year'] as const },
          /** Of a token pack. */
          tokens: { type: CustomAttributeType<NonNullable<Product['tokens']>>('any') },
          unlock: { type: CustomAttributeType<NonNullable<Product['unlock']>>('any') },
          maxQuantity: { type: 'number', required: true },
          /** Whether a stock item counts its units. */
          stocked: { type: 'boolean', required: true },
        },
        indexes: {
          ofWork: { pk: key('pk', 'TENANT#${tenantId}#WORK#${workId}'), sk: key('sk', 'PRODUCT#${productId}') },
          id: {
            index: 'gsi1',
            pk: key('gsi1pk', 'TENANT#${tenantId}#PRODUCT#${productId}'),
            sk: key('gsi1sk', 'PRODUCT'),
          },
        },
      },
      configurationOf(table),
    ),
);

export type ProductItem = EntityItem<ReturnType<typeof createProductEntity>>;
