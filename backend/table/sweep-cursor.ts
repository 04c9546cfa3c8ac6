import { Entity } from 'electrodb';
import { configurationOf, perTable } from './client.ts';
import { key } from './keys.ts';

/** How far a sweep over something outside the table has come. */
export const createSweepCursorEntity = perTable(
  (table) =>
    new Entity(
      {
        model: { service: 'tessera', entity: 'sweepCursor', version: '1' },
        attributes: {
          name: { type: 'string', required: true, readOnly: true },
          /** Epoch seconds; all before it was seen. */
          seenUntil: { type: 'number', required: true },
        },
        indexes: {
          byName: { pk: key('pk', 'SWEEP#${name}'), sk: key('sk', 'CURSOR') },
        },
      },
      configurationOf(table),
    ),
);
