import type { DomainEvent } from '@tessera/contracts/events.ts';
import type { Clock } from '../../platform/clock.ts';
import type { LanguageModel } from '../../platform/model/port.ts';
import type { SearchEngine } from '../../platform/search/port.ts';
import { createArticleEntity } from '../../table/article.ts';
import type { Table } from '../../table/client.ts';
import { toSearchDocument } from '../../table/search-document.ts';
import { createWorkEntity } from '../../table/work.ts';
import { toPassages } from './to-passages.ts';

export interface IndexDeps {
  table: Table;
  search: SearchEngine;
  model: Pick<LanguageModel, 'embed'>;
  clock: Clock;
}

/**
 * Brings the index in line with the table. An event says only that something changed; what it is now is read here, so
 * events may come twice, late and in any order.
 */
export function createIndexer({ table, search, model, clock }: IndexDeps): (event: DomainEvent) => Promise<void> {
  const works = createWorkEntity(table);
  const articles = createArticleEntity(table);

  return async ({ tenantId, ...event }) => {
    const index = search.forTenant(tenantId);
    if (event.type === 'work.changed') {
      const { workId } = event.detail;
      const { data: work } = await works.get({ tenantId, workId }).go({ consistent: true });
      if (work?.status === 'published') await index.put([toSearchDocument(work, clock().toISOString())]);
      else await index.remove([workId]);
    } else if (event.type === 'article.changed') {
      const { slug, locale } = event.detail;
      const { data: article } = await articles.get({ tenantId, slug, locale }).go({ consistent: true });
      const passages = article ? toPassages(article) : [];
      const embeddings = await model.embed(passages.map(({ title, heading, text }) => `${title}. ${heading}. ${text}`));
      const embedded = passages.map((passage, at) => {
        const embedding = embeddings[at];
        return { ...passage, ...(embedding ? { embedding } : {}) };
      });
      await index.putPassages({ slug, locale }, embedded);
    }
  };
}
