import { Entity } from 'electrodb';
import { configurationOf, perTable } from './client.ts';
import { key } from './keys.ts';

/** One person's tokens in one item, so that a condition on its version is all that spending needs. */
export const createWalletEntity = perTable(
  (table) =>
    new Entity(
      {
        model: { service: 'tessera', entity: 'wallet', version: '1' },
        attributes: {
          tenantId: { type: 'string', required: true, readOnly: true },
          userId: { type: 'string', required: true, readOnly: true },
          wallet: { type: 'any', required: true },
          revision: { type: 'number', required: true },
        },
        indexes: {
          ofUser: { pk: key('pk', 'TENANT#${tenantId}#USER#${userId}'), sk: key('sk', 'WALLET') },
        },
      },
      configurationOf(table),
    ),
);
