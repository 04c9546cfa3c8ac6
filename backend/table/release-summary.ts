import { Entity } from 'electrodb';
import { configurationOf, perTable } from './client.ts';
import { key } from './keys.ts';

/** What a list says of a release: the record itself, with every file's hash, is many times as large. */
export const createReleaseSummaryEntity = perTable(
  (table) =>
    new Entity(
      {
        model: { service: 'tessera', entity: 'release-summary', version: '1' },
        attributes: {
          tenantId: { type: 'string', required: true },
          remote: { type: 'string', required: true },
          version: { type: 'string', required: true },
          releaseId: { type: 'string', required: true },
          state: { type: ['reserved', 'published'] as const, required: true },
          files: { type: 'number', required: true },
          bytes: { type: 'number', required: true },
          /** When it was published, or reserved where it is not published yet. */
          at: { type: 'string', required: true },
          by: { type: 'string', required: true },
          commit: { type: 'string' },
          ttl: { type: 'number' },
        },
        indexes: {
          ofTenant: {
            pk: key('pk', 'TENANT#${tenantId}#RELEASES'),
            sk: key('sk', 'RELEASE#${remote}#${version}'),
          },
        },
      },
      configurationOf(table),
    ),
);
