import { Entity } from 'electrodb';
import { configurationOf, perTable } from './client.ts';
import { key } from './keys.ts';

/** That a person has had a discount that each has once. */
export const createDiscountClaimEntity = perTable(
  (table) =>
    new Entity(
      {
        model: { service: 'tessera', entity: 'discount-claim', version: '1' },
        attributes: {
          tenantId: { type: 'string', required: true, readOnly: true },
          discountId: { type: 'string', required: true, readOnly: true },
          userId: { type: 'string', required: true, readOnly: true },
          orderId: { type: 'string', required: true, readOnly: true },
        },
        indexes: {
          ofCustomer: {
            pk: key('pk', 'TENANT#${tenantId}#DISCOUNT#${discountId}'),
            sk: key('sk', 'CUSTOMER#${userId}'),
          },
        },
      },
      configurationOf(table),
    ),
);
