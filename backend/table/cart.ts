import { Entity } from 'electrodb';
import { configurationOf, perTable } from './client.ts';
import { key } from './keys.ts';

/** One visitor's cart. A cart with an owner is reached only through that person's session, never by its id alone. */
export const createCartEntity = perTable(
  (table) =>
    new Entity(
      {
        model: { service: 'tessera', entity: 'cart', version: '1' },
        attributes: {
          tenantId: { type: 'string', required: true, readOnly: true },
          cartId: { type: 'string', required: true, readOnly: true },
          /** Rises by one with each change of the lines. */
          version: { type: 'number', required: true },
          ownerId: { type: 'string' },
          currency: { type: 'string', required: true },
          country: { type: 'string', required: true },
          lines: { type: 'any', required: true },
          /** Discount codes that were entered. */
          codes: { type: 'list', items: { type: 'string' } },
          /** The latest idempotency keys and what they were used for; written with the change itself. */
          recentKeys: { type: 'any', required: true },
          /** The order placed from these lines that is still to be paid. */
          openOrderId: { type: 'string' },
          openOrderFingerprint: { type: 'string' },
          updatedAt: { type: 'string', required: true },
          /** Epoch seconds; only carts without an owner are forgotten. */
          ttl: { type: 'number' },
        },
        indexes: {
          byId: { pk: key('pk', 'TENANT#${tenantId}#CART#${cartId}'), sk: key('sk', 'CART') },
        },
      },
      configurationOf(table),
    ),
);
