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
export function createIndexer({
  table,
  search,
  model,
  clock,
}: IndexDeps): (events: readonly DomainEvent[]) => Promise<void> {
  const works = createWorkEntity(table);
  const articles = createArticleEntity(table);

  async function indexWorks(tenantId: string, workIds: readonly string[]): Promise<void> {
    if (workIds.length === 0) return;
    const keys = workIds.map((workId) => ({ tenantId, workId }));
    const { data } = await works.get(keys).go({ consistent: true });
    const published = data.filter(({ status }) => status === 'published');
    const shown = new Set(published.map(({ workId }) => workId));
    const index = search.forTenant(tenantId);
    if (published.length > 0) await index.put(published.map((work) => toSearchDocument(work, clock().toISOString())));
    await index.remove(workIds.filter((workId) => !shown.has(workId)));
  }

  async function indexArticle(tenantId: string, { slug, locale }: { slug: string; locale: string }): Promise<void> {
    const { data: article } = await articles.get({ tenantId, slug, locale }).go({ consistent: true });
    const passages = article ? toPassages(article) : [];
    const texts = passages.map(({ title, heading, text }) => `${title}. ${heading}. ${text}`);
    const embeddings = await model.embed(texts, locale);
    const embedded = passages.map((passage, at) => {
      const embedding = embeddings[at];
      return { ...passage, ...(embedding ? { embedding } : {}) };
    });
    await search.forTenant(tenantId).putPassages({ slug, locale }, embedded);
  }

  return async (events) => {
    for (const [tenantId, own] of Map.groupBy(events, (event) => event.tenantId)) {
      const changed = own.flatMap((event) => (event.type === 'work.changed' ? [event.detail.workId] : []));
      await indexWorks(tenantId, [...new Set(changed)]);
      for (const event of own) if (event.type === 'article.changed') await indexArticle(tenantId, event.detail);
    }
  };
}
