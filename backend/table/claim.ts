import { Entity } from 'electrodb';
import { configurationOf, perTable } from './client.ts';
import { key } from './keys.ts';

/** What may exist once in a tenant: created in one transaction with its owner, so that two cannot have it. */
export const createClaimEntity = perTable(
  (table) =>
    new Entity(
      {
        model: { service: 'tessera', entity: 'claim', version: '1' },
        attributes: {
          tenantId: { type: 'string', required: true, readOnly: true },
          kind: { type: ['STORESLUG'] as const, required: true, readOnly: true },
          value: { type: 'string', required: true, readOnly: true },
          ownerId: { type: 'string', required: true, readOnly: true },
        },
        indexes: {
          byValue: { pk: key('pk', 'TENANT#${tenantId}#CLAIM#${kind}#${value}'), sk: key('sk', 'CLAIM') },
        },
      },
      configurationOf(table),
    ),
);
