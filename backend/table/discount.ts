import { Entity } from 'electrodb';
import { configurationOf, perTable } from './client.ts';
import { key } from './keys.ts';

/** A discount of a shop: its rule, and how buyers come by it. Every write checks `revision`. */
export const createDiscountEntity = perTable(
  (table) =>
    new Entity(
      {
        model: { service: 'tessera', entity: 'discount', version: '1' },
        attributes: {
          tenantId: { type: 'string', required: true },
          discountId: { type: 'string', required: true },
          /** `automatic` counts for every cart, `code` for those it was entered in. */
          method: { type: ['automatic', 'code'] as const, required: true },
          rule: { type: 'any', required: true },
          /** The one that everybody may enter; single-use ones stand apart. */
          code: { type: 'string' },
          singleUseCodes: { type: 'number', required: true },
          createdAt: { type: 'string', required: true },
          /** When it ends, or an instant nobody lives to see: carts ask for what has not ended. */
          until: { type: 'string', required: true },
          revision: { type: 'number', required: true },
        },
        indexes: {
          byId: { pk: key('pk', 'TENANT#${tenantId}#DISCOUNT#${discountId}'), sk: key('sk', 'DISCOUNT') },
          ofTenant: {
            index: 'gsi1',
            pk: key('gsi1pk', 'TENANT#${tenantId}#DISCOUNTS'),
            sk: key('gsi1sk', '${createdAt}#${discountId}'),
          },
          ofMethod: {
            index: 'gsi2',
            pk: key('gsi2pk', 'TENANT#${tenantId}#DISCOUNTS#${method}'),
            sk: key('gsi2sk', '${until}#${discountId}'),
          },
        },
      },
      configurationOf(table),
    ),
);
