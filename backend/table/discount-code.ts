import { Entity } from 'electrodb';
import { configurationOf, perTable } from './client.ts';
import { key } from './keys.ts';

/** To which discount a code leads; a code exists once in a shop. */
export const createDiscountCodeEntity = perTable(
  (table) =>
    new Entity(
      {
        model: { service: 'tessera', entity: 'discount-code', version: '1' },
        attributes: {
          tenantId: { type: 'string', required: true, readOnly: true },
          code: { type: 'string', required: true, readOnly: true },
          discountId: { type: 'string', required: true, readOnly: true },
          singleUse: { type: 'boolean', required: true, readOnly: true },
          /** The order that uses it up. */
          usedBy: { type: 'string' },
        },
        indexes: {
          byCode: { pk: key('pk', 'TENANT#${tenantId}#CODE#${code}'), sk: key('sk', 'CODE') },
          ofDiscount: {
            index: 'gsi1',
            pk: key('gsi1pk', 'TENANT#${tenantId}#DISCOUNT#${discountId}#CODES'),
            sk: key('gsi1sk', '${code}'),
          },
        },
      },
      configurationOf(table),
    ),
);
