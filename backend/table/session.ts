import { Entity, type EntityItem } from 'electrodb';
import { configurationOf, perTable } from './client.ts';
import { key } from './keys.ts';

/** Who is signed in at one shop in one browser. Found by the hash of the cookie: the table cannot impersonate anyone. */
export const createSessionEntity = perTable(
  (table) =>
    new Entity(
      {
        model: { service: 'tessera', entity: 'session', version: '1' },
        attributes: {
          tenantId: { type: 'string', required: true, readOnly: true },
          hash: { type: 'string', required: true, readOnly: true },
          userId: { type: 'string', required: true, readOnly: true },
          email: { type: 'string', required: true },
          name: { type: 'string', required: true },
          accessToken: { type: 'string', required: true },
          refreshToken: { type: 'string', required: true },
          createdAt: { type: 'string', required: true, readOnly: true },
          /** Epoch seconds; the table's own removal is late, so readers check it. */
          ttl: { type: 'number', required: true },
        },
        indexes: {
          session: { pk: key('pk', 'TENANT#${tenantId}#SESSION#${hash}'), sk: key('sk', 'SESSION') },
          ofUser: {
            index: 'gsi1',
            pk: key('gsi1pk', 'TENANT#${tenantId}#USER#${userId}#SESSIONS'),
            sk: key('gsi1sk', '${createdAt}'),
          },
        },
      },
      configurationOf(table),
    ),
);

export type SessionItem = EntityItem<ReturnType<typeof createSessionEntity>>;
