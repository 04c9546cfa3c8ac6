import { createArticleEntity, type ArticleItem } from '../../table/article.ts';
import type { Table } from '../../table/client.ts';
import type { ArticleRepository } from './repository.ts';

export function createDynamoArticleRepository(table: Table, tenantId: string): ArticleRepository {
  const articles = createArticleEntity(table);
  return {
    async list(locale) {
      const { data } = await articles.query.ofLocale({ tenantId, locale }).go({ pages: 'all' });
      return data.map(toArticle);
    },
    async find(slug, locale) {
      const { data } = await articles.get({ tenantId, slug, locale }).go();
      return data ? toArticle(data) : undefined;
    },
  };
}

const toArticle = ({ slug, title, summary, topic, sections, updatedOn }: ArticleItem) => ({
  slug,
  title,
  summary,
  topic,
  sections,
  updatedOn,
});
