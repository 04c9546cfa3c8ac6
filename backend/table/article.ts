import type { Article } from '@tessera/contracts/api/support.ts';
import { CustomAttributeType, Entity, type EntityItem } from 'electrodb';
import { configurationOf, perTable } from './client.ts';
import { key } from './keys.ts';

/** A help article in one language. */
export const createArticleEntity = perTable(
  (table) =>
    new Entity(
      {
        model: { service: 'tessera', entity: 'article', version: '1' },
        attributes: {
          tenantId: { type: 'string', required: true },
          slug: { type: 'string', required: true },
          locale: { type: 'string', required: true },
          title: { type: 'string', required: true },
          summary: { type: 'string', required: true },
          topic: { type: 'string', required: true },
          sections: { type: CustomAttributeType<Article['sections']>('any'), required: true },
          /** ISO date. */
          updatedOn: { type: 'string', required: true },
        },
        indexes: {
          locale: { pk: key('pk', 'TENANT#${tenantId}#ARTICLE#${slug}'), sk: key('sk', 'LOCALE#${locale}') },
          ofLocale: {
            index: 'gsi1',
            pk: key('gsi1pk', 'TENANT#${tenantId}#ARTICLES#${locale}'),
            sk: key('gsi1sk', '${slug}'),
          },
        },
      },
      configurationOf(table),
    ),
);

export type ArticleItem = EntityItem<ReturnType<typeof createArticleEntity>>;
