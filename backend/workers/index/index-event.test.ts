import type { DomainEvent } from '@tessera/contracts/events.ts';
import type { TenantId } from '@tessera/contracts/ids.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestTable } from '../../../tests/setup/table.ts';
import { startSearch } from '../../local/search/engine.ts';
import { createLocalSearch } from '../../platform/search/local.ts';
import { createArticleEntity } from '../../table/article.ts';
import { createCatalogWriter } from '../../table/catalog-writer.ts';
import { always } from '../../table/price.ts';
import { createWorkEntity } from '../../table/work.ts';
import { createIndexer } from './index-event.ts';

const tenantId = 'aria' as TenantId;
const clock = () => new Date('2026-11-01T12:00:00Z');
const base = { id: 'evt_1', tenantId, at: clock().toISOString() };
const workChanged: DomainEvent = { ...base, type: 'work.changed', detail: { workId: 'wrk_1', change: 'put' } };
const articleChanged: DomainEvent = {
  ...base,
  type: 'article.changed',
  detail: { slug: 'refunds', locale: 'en', change: 'put' },
};

let service: Awaited<ReturnType<typeof startSearch>>;
beforeAll(async () => {
  service = await startSearch();
});
afterAll(() => service.stop());

test('the index follows the table, whatever the event says', async () => {
  const table = await createTestTable();
  const search = createLocalSearch(service.endpoint);
  const handle = createIndexer({ table, search, model: { embed: async () => [] }, clock });
  const found = async () =>
    (await search.forTenant(tenantId).search({ text: 'harbour', filters: {}, sort: 'newest', offset: 0, limit: 5 }))
      .total;

  await createCatalogWriter(table, tenantId).putWorks([record]);
  await handle([workChanged]);
  await handle([workChanged]);
  expect(await found()).toBe(1);
  await createWorkEntity(table).patch({ tenantId, workId: 'wrk_1' }).set({ status: 'archived' }).go();
  await handle([workChanged]);
  expect(await found()).toBe(0);
  await handle([workChanged, workChanged, { ...base, type: 'tenant.changed', detail: {} }]);
  expect(await found()).toBe(0);
});

test('an article becomes passages with their meaning, and none when it is gone', async () => {
  const table = await createTestTable();
  const search = createLocalSearch(service.endpoint);
  const embed = async (texts: readonly string[]) => texts.map((text) => [text.length, 1]);
  const handle = createIndexer({ table, search, model: { embed }, clock });
  const passages = () =>
    search.forTenant(tenantId).searchPassages({ text: 'money', locale: 'en', embedding: [1, 1], limit: 5 });

  const long = 'Money comes back. '.repeat(40).trim();
  const article = {
    tenantId,
    slug: 'refunds',
    locale: 'en',
    title: 'Refunds',
    summary: 's',
    topic: 't',
    sections: [{ id: 'how', heading: 'How', text: `${long}\n\n${long}` }],
    updatedOn: '2026-01-01',
  };
  await createArticleEntity(table).put(article).go();
  await handle([articleChanged]);
  const hits = await passages();
  expect(hits.map(({ passage }) => passage.id).sort()).toEqual(['refunds/en/how', 'refunds/en/how/1']);
  expect(hits[0]?.similarity).toBeGreaterThan(0);
  await createArticleEntity(table).delete({ tenantId, slug: 'refunds', locale: 'en' }).go();
  await handle([articleChanged]);
  expect(await passages()).toEqual([]);
});

const record = {
  work: {
    workId: 'wrk_1',
    storeId: 'sto_1',
    storeName: 'Main',
    slug: 'harbour',
    kind: 'album' as const,
    status: 'published' as const,
    title: 'Harbour',
    makers: [],
    cover: { src: '/media/a', srcset: [], width: 1, height: 1, color: '#000', alt: '' },
    publishedOn: '2024-01-01',
    description: '',
    genres: [],
    licence: '',
    badges: [],
    contents: [],
    contentsLabel: 'none' as const,
    updatedAt: '2026-01-01T00:00:00.000Z',
  },
  products: [
    {
      product: {
        productId: 'prd_1',
        title: 'MP3',
        format: 'MP3',
        delivery: 'digital' as const,
        taxCode: 'txcd_1',
        maxQuantity: 1,
      },
      prices: [
        {
          priceListId: 'us',
          currency: 'USD',
          countries: [],
          amountMinor: '900',
          kind: 'regular' as const,
          validFrom: always,
        },
      ],
      assets: [],
    },
  ],
};
