import { Entity } from 'electrodb';
import { configurationOf, perTable } from './client.ts';
import { key } from './keys.ts';

/** How many requests of a kind one client made in one window. */
export const createRateWindowEntity = perTable(
  (table) =>
    new Entity(
      {
        model: { service: 'tessera', entity: 'rate-window', version: '1' },
        attributes: {
          tenantId: { type: 'string', required: true },
          rateKey: { type: 'string', required: true },
          startSeconds: { type: 'string', required: true },
          count: { type: 'number', required: true, default: 0 },
          ttl: { type: 'number', required: true },
        },
        indexes: {
          window: { pk: key('pk', 'TENANT#${tenantId}#RATE#${rateKey}'), sk: key('sk', '${startSeconds}') },
        },
      },
      configurationOf(table),
    ),
);
