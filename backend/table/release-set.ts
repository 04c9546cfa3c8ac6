import { Entity } from 'electrodb';
import { configurationOf, perTable } from './client.ts';
import { key } from './keys.ts';

/** One release of each remote, pinned together. Immutable; its id is the hash of what it pins. */
export const createReleaseSetEntity = perTable(
  (table) =>
    new Entity(
      {
        model: { service: 'tessera', entity: 'releaseSet', version: '1' },
        attributes: {
          tenantId: { type: 'string', required: true },
          id: { type: 'string', required: true },
          channel: { type: 'string', required: true },
          releases: { type: 'any', required: true },
          fallbacks: { type: 'any' },
          createdAt: { type: 'string', required: true },
          createdBy: { type: 'string', required: true },
          signature: { type: 'any', required: true },
        },
        indexes: {
          set: {
            pk: key('pk', 'TENANT#${tenantId}#RELEASESET'),
            sk: key('sk', 'SET#${id}'),
          },
        },
      },
      configurationOf(table),
    ),
);
