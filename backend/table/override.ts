import { Entity, type EntityItem } from 'electrodb';
import { configurationOf, perTable } from './client.ts';
import { key } from './keys.ts';

/** A remote that one person sees from another origin. It has ended with `expiresAt` or `revokedAt`, whichever is first. */
export const createOverrideEntity = perTable(
  (table) =>
    new Entity(
      {
        model: { service: 'tessera', entity: 'override', version: '1' },
        attributes: {
          tenantId: { type: 'string', required: true, readOnly: true },
          overrideId: { type: 'string', required: true, readOnly: true },
          /** Of the code in its address, which opens once. */
          codeHash: { type: 'string', required: true, readOnly: true },
          remote: { type: 'string', required: true, readOnly: true },
          version: { type: 'string', required: true, readOnly: true },
          origin: { type: 'string', required: true, readOnly: true },
          /** Manifest, entry and styles of the build, as JSON. */
          build: { type: 'string', required: true, readOnly: true },
          createdAt: { type: 'string', required: true, readOnly: true },
          createdBy: { type: 'string', required: true, readOnly: true },
          expiresAt: { type: 'string', required: true, readOnly: true },
          openedAt: { type: 'string' },
          revokedAt: { type: 'string' },
          ttl: { type: 'number', required: true },
        },
        indexes: {
          override: { pk: key('pk', 'TENANT#${tenantId}#OVERRIDE#${overrideId}'), sk: key('sk', 'OVERRIDE') },
          ofTenant: {
            index: 'gsi1',
            pk: key('gsi1pk', 'TENANT#${tenantId}#OVERRIDES'),
            sk: key('gsi1sk', '${createdAt}#${overrideId}'),
          },
        },
      },
      configurationOf(table),
    ),
);

export type OverrideItem = EntityItem<ReturnType<typeof createOverrideEntity>>;
