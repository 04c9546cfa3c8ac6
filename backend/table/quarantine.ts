import { Entity } from 'electrodb';
import { configurationOf, perTable } from './client.ts';
import { key } from './keys.ts';

/** A release that is not to be promoted; it is gone where somebody has lifted it. */
export const createQuarantineEntity = perTable(
  (table) =>
    new Entity(
      {
        model: { service: 'tessera', entity: 'quarantine', version: '1' },
        attributes: {
          tenantId: { type: 'string', required: true },
          remote: { type: 'string', required: true },
          releaseId: { type: 'string', required: true },
          version: { type: 'string', required: true },
          at: { type: 'string', required: true },
          by: { type: 'string', required: true },
          reason: { type: 'string', required: true },
        },
        indexes: {
          release: {
            pk: key('pk', 'TENANT#${tenantId}#QUARANTINE#${remote}'),
            sk: key('sk', 'RELEASE#${releaseId}'),
          },
        },
      },
      configurationOf(table),
    ),
);
