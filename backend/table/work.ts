import type { ContentEntry, WorkDetail } from '@tessera/contracts/api/catalog.ts';
import type { MakerRef, Picture, WorkCard, WorkKind } from '@tessera/contracts/api/common.ts';
import { CustomAttributeType, Entity, type EntityItem } from 'electrodb';
import type { z } from 'zod';
import { configurationOf, perTable } from './client.ts';
import { key } from './keys.ts';
import type { StoredPrice } from './price.ts';

/** A product as far as a card and the search index need it, kept with the work so that a shelf is one read. */
export interface Offer {
  productId: string;
  format: string;
  taxCode: string;
  interval?: 'month' | 'year';
  prices: readonly StoredPrice[];
}

export const createWorkEntity = perTable(
  (table) =>
    new Entity(
      {
        model: { service: 'tessera', entity: 'work', version: '1' },
        attributes: {
          tenantId: { type: 'string', required: true },
          workId: { type: 'string', required: true },
          storeId: { type: 'string', required: true },
          storeName: { type: 'string', required: true },
          slug: { type: 'string', required: true },
          kind: { type: CustomAttributeType<WorkKind>('string'), required: true },
          status: { type: ['draft', 'published', 'archived'] as const, required: true },
          title: { type: 'string', required: true },
          subtitle: { type: 'string' },
          makers: { type: CustomAttributeType<readonly MakerRef[]>('any'), required: true },
          cover: { type: CustomAttributeType<Picture>('any'), required: true },
          /** ISO date. */
          publishedOn: { type: 'string', required: true },
          description: { type: 'string', required: true },
          genres: { type: CustomAttributeType<readonly string[]>('any'), required: true },
          language: { type: 'string' },
          publisher: { type: 'string' },
          licence: { type: 'string', required: true },
          badges: { type: CustomAttributeType<WorkCard['badges']>('any'), required: true },
          contents: { type: CustomAttributeType<readonly z.infer<typeof ContentEntry>[]>('any'), required: true },
          contentsLabel: { type: CustomAttributeType<WorkDetail['contentsLabel']>('string'), required: true },
          /** How long it plays in all. */
          durationSeconds: { type: 'number' },
          preview: { type: CustomAttributeType<NonNullable<WorkDetail['preview']>>('any') },
          offers: { type: CustomAttributeType<readonly Offer[]>('any'), required: true },
          /** Hash of the row an import took it from: an unchanged row is left alone. */
          importHash: { type: 'string' },
          updatedAt: { type: 'string', required: true },
        },
        indexes: {
          id: { pk: key('pk', 'TENANT#${tenantId}#WORK#${workId}'), sk: key('sk', 'WORK') },
          ofTenant: {
            index: 'gsi1',
            pk: key('gsi1pk', 'TENANT#${tenantId}#WORKS'),
            sk: key('gsi1sk', '${kind}#${publishedOn}#${workId}'),
          },
        },
      },
      configurationOf(table),
    ),
);

export type WorkItem = EntityItem<ReturnType<typeof createWorkEntity>>;
