import { Entity } from 'electrodb';
import { configurationOf, perTable } from './client.ts';
import { key } from './keys.ts';

/** A series of numbers of one tenant: `orders`, `invoices-2026`. `next` is the one to be given out. */
export const createCounterEntity = perTable(
  (table) =>
    new Entity(
      {
        model: { service: 'tessera', entity: 'counter', version: '1' },
        attributes: {
          tenantId: { type: 'string', required: true, readOnly: true },
          name: { type: 'string', required: true, readOnly: true },
          next: { type: 'number', required: true },
        },
        indexes: {
          byName: { pk: key('pk', 'TENANT#${tenantId}'), sk: key('sk', 'COUNTER#${name}') },
        },
      },
      configurationOf(table),
    ),
);
