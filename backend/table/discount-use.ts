import { Entity } from 'electrodb';
import { configurationOf, perTable } from './client.ts';
import { key } from './keys.ts';

/** How often a discount is used by orders that are paid or may still be. */
export const createDiscountUseEntity = perTable(
  (table) =>
    new Entity(
      {
        model: { service: 'tessera', entity: 'discount-use', version: '1' },
        attributes: {
          tenantId: { type: 'string', required: true, readOnly: true },
          discountId: { type: 'string', required: true, readOnly: true },
          shard: { type: 'string', required: true, readOnly: true },
          used: { type: 'number' },
        },
        indexes: {
          byShard: { pk: key('pk', 'TENANT#${tenantId}#DISCOUNT#${discountId}'), sk: key('sk', 'USES#${shard}') },
        },
      },
      configurationOf(table),
    ),
);
