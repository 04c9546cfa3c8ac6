import { Entity } from 'electrodb';
import { configurationOf, perTable } from './client.ts';
import { key } from './keys.ts';
import { packBuild, unpackBuild } from './pack-build.ts';

/**
 * One published version of a remote. `reserved` holds the version while its files are uploaded; only `published`
 * is ever read by a visitor's page. `build` is stored as it was hashed: its id is verified over these very fields.
 */
export const createReleaseEntity = perTable(
  (table) =>
    new Entity(
      {
        model: { service: 'tessera', entity: 'release', version: '1' },
        attributes: {
          tenantId: { type: 'string', required: true },
          remote: { type: 'string', required: true },
          version: { type: 'string', required: true },
          releaseId: { type: 'string', required: true },
          state: { type: ['reserved', 'published'] as const, required: true },
          reservedAt: { type: 'string', required: true },
          publishedAt: { type: 'string' },
          publishedBy: { type: 'string', required: true },
          build: { type: 'any', required: true, set: packBuild, get: unpackBuild },
          provenance: { type: 'any' },
          author: { type: 'string' },
          /** Absent until it is published. */
          signature: { type: 'any' },
          /** Of a reservation: epoch seconds after which nobody waits for it. */
          ttl: { type: 'number' },
        },
        indexes: {
          version: {
            pk: key('pk', 'TENANT#${tenantId}#RELEASE#${remote}'),
            sk: key('sk', 'VERSION#${version}'),
          },
          id: {
            index: 'gsi1',
            pk: key('gsi1pk', 'TENANT#${tenantId}#RELEASEID#${releaseId}'),
            sk: key('gsi1sk', 'RELEASE'),
          },
        },
      },
      configurationOf(table),
    ),
);
