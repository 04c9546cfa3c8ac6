import { CustomAttributeType, Entity, type EntityItem } from 'electrodb';
import { configurationOf, perTable } from './client.ts';
import { key } from './keys.ts';

export interface StoredShelf {
  id: string;
  title: string;
  reason?: string;
  href: string;
  workIds: readonly string[];
}

export interface StoredHero {
  headline: string;
  text: string;
  cta: string;
  workId: string;
}

/** What the shop's first page shows, as ids; works are read when it is asked for. */
export const createHomeEntity = perTable(
  (table) =>
    new Entity(
      {
        model: { service: 'tessera', entity: 'home', version: '1' },
        attributes: {
          tenantId: { type: 'string', required: true },
          hero: { type: CustomAttributeType<StoredHero>('any') },
          shelves: { type: CustomAttributeType<readonly StoredShelf[]>('any'), required: true },
        },
        indexes: { home: { pk: key('pk', 'TENANT#${tenantId}'), sk: key('sk', 'HOME') } },
      },
      configurationOf(table),
    ),
);

export type HomeItem = EntityItem<ReturnType<typeof createHomeEntity>>;
