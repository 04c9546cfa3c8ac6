import { Entity } from 'electrodb';
import { configurationOf, perTable } from './client.ts';
import { key } from './keys.ts';

/** Which set a channel's visitors get. The one thing of a release that moves; `history` holds earlier sets, latest last. */
export const createChannelEntity = perTable(
  (table) =>
    new Entity(
      {
        model: { service: 'tessera', entity: 'channel', version: '1' },
        attributes: {
          tenantId: { type: 'string', required: true },
          channel: { type: 'string', required: true },
          setId: { type: 'string', required: true },
          /** Counts moves: a move is refused when another came between. */
          moves: { type: 'number', required: true },
          movedAt: { type: 'string', required: true },
          movedBy: { type: 'string', required: true },
          history: {
            type: 'list',
            required: true,
            items: {
              type: 'map',
              properties: {
                setId: { type: 'string', required: true },
                movedAt: { type: 'string', required: true },
                movedBy: { type: 'string', required: true },
              },
            },
          },
        },
        indexes: {
          channel: {
            pk: key('pk', 'TENANT#${tenantId}#RELEASESET'),
            sk: key('sk', 'CHANNEL#${channel}'),
          },
        },
      },
      configurationOf(table),
    ),
);
