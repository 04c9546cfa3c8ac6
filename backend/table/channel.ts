import { CustomAttributeType, Entity } from 'electrodb';
import { configurationOf, perTable } from './client.ts';
import { key } from './keys.ts';

export interface ChannelCanary {
  remote: string;
  percent: number;
  /** Key of its rollout. */
  rolloutId: string;
  startedAt: string;
}

/** Which sets a channel's visitors get. The one thing of a release that moves; `history` holds earlier sets, latest last. */
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
          /** What the last move was, in a few words; absent where the channel was set to another set as a whole. */
          movedWhat: { type: 'string' },
          /** Remotes with a release on its way, in the order of their bits in a combination, and their share in per cent. */
          canaries: { type: CustomAttributeType<readonly ChannelCanary[]>('any') },
          /** Sets of visitors in canary, by their combination less 1. */
          sets: { type: CustomAttributeType<readonly string[]>('any') },
          /** Versions of slices that the releases of all its sets name, as `catalog.0123456789ab`; absent where none is named. */
          slices: { type: CustomAttributeType<readonly string[]>('any') },
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
