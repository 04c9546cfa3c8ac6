import { Entity } from 'electrodb';
import { configurationOf, perTable } from './client.ts';
import { key } from './keys.ts';

/** One thing that a sweep came by and could not finish. It is tried again, less and less often. */
export const createSweepRestEntity = perTable(
  (table) =>
    new Entity(
      {
        model: { service: 'tessera', entity: 'sweepRest', version: '1' },
        attributes: {
          name: { type: 'string', required: true, readOnly: true },
          id: { type: 'string', required: true, readOnly: true },
          tries: { type: 'number', required: true },
          /** Epoch seconds. */
          dueAt: { type: 'number', required: true },
          ttl: { type: 'number', required: true },
        },
        indexes: {
          ofSweep: { pk: key('pk', 'SWEEP#${name}'), sk: key('sk', 'REST#${id}') },
        },
      },
      configurationOf(table),
    ),
);
