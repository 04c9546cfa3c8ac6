import type { Picture } from '@tessera/contracts/api/common.ts';
import { CustomAttributeType, Entity, type EntityItem } from 'electrodb';
import { configurationOf, perTable } from './client.ts';
import { key } from './keys.ts';

export interface MakerLink {
  label: string;
  url: string;
}

/** An artist, author, director, narrator: whoever made works. */
export const createMakerEntity = perTable(
  (table) =>
    new Entity(
      {
        model: { service: 'tessera', entity: 'maker', version: '1' },
        attributes: {
          tenantId: { type: 'string', required: true },
          makerId: { type: 'string', required: true },
          slug: { type: 'string', required: true },
          name: { type: 'string', required: true },
          role: { type: 'string', required: true },
          bio: { type: 'string', required: true },
          portrait: { type: CustomAttributeType<Picture>('any'), required: true },
          links: { type: CustomAttributeType<readonly MakerLink[]>('any'), required: true },
        },
        indexes: {
          id: { pk: key('pk', 'TENANT#${tenantId}#ARTIST#${makerId}'), sk: key('sk', 'ARTIST') },
          slug: {
            index: 'gsi1',
            pk: key('gsi1pk', 'TENANT#${tenantId}#ARTISTSLUG#${slug}'),
            sk: key('gsi1sk', 'ARTIST'),
          },
        },
      },
      configurationOf(table),
    ),
);

/** A maker's works, in the maker's partition. */
export const createMakerWorkEntity = perTable(
  (table) =>
    new Entity(
      {
        model: { service: 'tessera', entity: 'maker-work', version: '1' },
        attributes: {
          tenantId: { type: 'string', required: true },
          makerId: { type: 'string', required: true },
          workId: { type: 'string', required: true },
        },
        indexes: {
          ofMaker: { pk: key('pk', 'TENANT#${tenantId}#ARTIST#${makerId}'), sk: key('sk', 'WORK#${workId}') },
        },
      },
      configurationOf(table),
    ),
);

export type MakerItem = EntityItem<ReturnType<typeof createMakerEntity>>;
