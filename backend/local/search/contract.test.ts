import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { createLocalSearch } from '../../platform/search/local.ts';
import { createOpenSearch } from '../../platform/search/opensearch.ts';
import type { Passage, SearchDocument, SearchEngine, TenantSearch, WorkQuery } from '../../platform/search/port.ts';
import type { Engine } from '../engines/dynamo.ts';
import { startSearch } from './engine.ts';

const opensearch = process.env['OPENSEARCH_ENDPOINT'];

describe('the local search service', () => {
  let service: Engine;
  beforeAll(async () => {
    service = await startSearch();
  });
  afterAll(() => service.stop());
  searchContract(() => createLocalSearch(service.endpoint));
});

describe.skipIf(!opensearch)('OpenSearch (runs where OPENSEARCH_ENDPOINT names one)', () => {
  searchContract(() =>
    createOpenSearch({ endpoint: opensearch ?? '', region: process.env['AWS_REGION'] ?? 'eu-central-1' }),
  );
});

function searchContract(createEngine: () => SearchEngine): void {
  let tenants = 0;
  const freshTenant = (): TenantSearch => createEngine().forTenant(`t${Date.now().toString(36)}${tenants++}`);
  const idsOf = async (index: TenantSearch, query: Partial<WorkQuery>) =>
    (await index.search({ text: '', filters: {}, sort: 'relevance', offset: 0, limit: 24, ...query })).hits.map(
      ({ id }) => id,
    );

  async function filled(): Promise<TenantSearch> {
    const index = freshTenant();
    await index.put(works);
    await vi.waitFor(async () => expect(await idsOf(index, {})).toHaveLength(works.length), 20_000);
    onTestFinished(() => index.remove(works.map(({ id }) => id)));
    return index;
  }

  test('an index nobody wrote to is empty', async () => {
    const index = freshTenant();
    const hits = await index.search({ text: 'x', filters: {}, sort: 'relevance', offset: 0, limit: 5 });
    expect(hits).toEqual({ hits: [], total: 0, facets: [] });
    expect(await index.suggest({ text: 'x', limit: 5 })).toEqual([]);
  });

  test('finds by words of title and maker, the exact title first, and gives back the card', async () => {
    const index = await filled();
    expect((await idsOf(index, { text: 'blue' }))[0]).toBe('wrk_blue');
    expect(await idsOf(index, { text: 'nina harbour' })).toEqual(['wrk_harbour']);
    const { hits } = await index.search({ text: 'harbour', filters: {}, sort: 'relevance', offset: 0, limit: 1 });
    expect(hits[0]?.card).toEqual({ id: 'wrk_harbour', nested: { n: 1 } });
  });

  test('finds without accents and while a word is still being typed', async () => {
    const index = await filled();
    expect(await idsOf(index, { text: 'eté' })).toEqual(['wrk_ete']);
    expect(await idsOf(index, { text: 'harb' })).toEqual(['wrk_harbour']);
    expect(await idsOf(index, { text: 'ليل' })).toEqual(['wrk_layl']);
  });

  test('finds despite a typing mistake, and says the spelling it used', async () => {
    const index = await filled();
    const answer = await index.search({ text: 'harbuor', filters: {}, sort: 'relevance', offset: 0, limit: 5 });
    expect(answer.hits.map(({ id }) => id)).toEqual(['wrk_harbour']);
    expect(answer.didYouMean).toBe('harbour');
    expect(await idsOf(index, { text: 'zzzzqqqq' })).toEqual([]);
  });

  test('filters, and counts over every match', async () => {
    const index = await filled();
    expect(await idsOf(index, { filters: { kind: 'book' } })).toEqual(['wrk_ete']);
    expect(await idsOf(index, { filters: { maker: 'nina-vale', year: 2024 } })).toEqual(['wrk_harbour']);
    const { facets, total } = await index.search({
      text: '',
      filters: { kind: 'album' },
      sort: 'newest',
      offset: 0,
      limit: 1,
    });
    expect(total).toBe(4);
    expect(facets.find(({ name }) => name === 'genre')?.values).toEqual([
      { value: 'jazz', label: 'jazz', count: 3 },
      { value: 'folk', label: 'folk', count: 1 },
    ]);
    expect(facets.find(({ name }) => name === 'maker')?.values[0]).toEqual({
      value: 'nina-vale',
      label: 'Nina Vale',
      count: 3,
    });
  });

  test('sorts, with works that have no price in the list last', async () => {
    const index = await filled();
    const albums = { kind: 'album' as const };
    expect(await idsOf(index, { filters: albums, sort: 'newest' })).toEqual([
      'wrk_blue',
      'wrk_harbour',
      'wrk_deep',
      'wrk_layl',
    ]);
    expect(await idsOf(index, { filters: albums, sort: 'title' })).toEqual([
      'wrk_blue',
      'wrk_deep',
      'wrk_harbour',
      'wrk_layl',
    ]);
    const byPrice = { filters: albums, priceListId: 'us' };
    expect(await idsOf(index, { ...byPrice, sort: 'price-asc' })).toEqual([
      'wrk_harbour',
      'wrk_blue',
      'wrk_layl',
      'wrk_deep',
    ]);
    expect(await idsOf(index, { ...byPrice, sort: 'price-desc' })).toEqual([
      'wrk_layl',
      'wrk_blue',
      'wrk_harbour',
      'wrk_deep',
    ]);
  });

  test('pages without gaps or repetitions', async () => {
    const index = await filled();
    const all = await idsOf(index, { sort: 'newest' });
    const first = await idsOf(index, { sort: 'newest', limit: 2 });
    const second = await idsOf(index, { sort: 'newest', limit: 2, offset: 2 });
    expect([...first, ...second]).toEqual(all.slice(0, 4));
  });

  test('completes titles and makers', async () => {
    const index = await filled();
    const completions = await index.suggest({ text: 'ni', limit: 8 });
    expect(completions).toContainEqual({ kind: 'maker', slug: 'nina-vale', name: 'Nina Vale' });
    expect((await index.suggest({ text: 'harb', limit: 8 }))[0]).toMatchObject({ kind: 'work', id: 'wrk_harbour' });
  });

  test('a changed work is found by its new words alone, a removed one by none', async () => {
    const index = await filled();
    await index.put([work('wrk_deep', { title: 'Shallow Water' })]);
    await vi.waitFor(async () => expect(await idsOf(index, { text: 'shallow' })).toEqual(['wrk_deep']), 20_000);
    expect(await idsOf(index, { text: 'deep' })).toEqual([]);
    await index.remove(['wrk_deep', 'wrk_unknown']);
    await vi.waitFor(async () => expect(await idsOf(index, { text: 'shallow' })).toEqual([]), 20_000);
  });

  test('one tenant’s works are not another’s', async () => {
    await filled();
    expect(await idsOf(freshTenant(), {})).toEqual([]);
  });

  test('finds passages by meaning and by words, in one language, and replaces an article whole', async () => {
    const index = freshTenant();
    await index.putPassages({ slug: 'refunds', locale: 'en' }, [
      passage('refunds/en/1', 'refunds', 'en', 'Your money comes back within five days.', [1, 0, 0]),
      passage('refunds/en/2', 'refunds', 'en', 'Refunds of vinyl need the parcel.', [0.6, 0.8, 0]),
    ]);
    await index.putPassages({ slug: 'refunds', locale: 'de' }, [
      passage('refunds/de/1', 'refunds', 'de', 'Geld zurück', [1, 0, 0]),
    ]);
    const ask = () => index.searchPassages({ text: 'vinyl', locale: 'en', embedding: [1, 0, 0], limit: 5 });
    await vi.waitFor(async () => expect(await ask()).toHaveLength(2), 20_000);
    const [first, second] = await ask();
    expect(first).toMatchObject({ passage: { id: 'refunds/en/2' }, textScore: 1 });
    expect(first?.similarity).toBeCloseTo(0.6, 2);
    expect(second?.similarity).toBeCloseTo(1, 2);
    await index.putPassages({ slug: 'refunds', locale: 'en' }, []);
    await vi.waitFor(async () => expect(await ask()).toEqual([]), 20_000);
  });
}

const nina = { id: 'mkr_nina', slug: 'nina-vale', name: 'Nina Vale' };
const leo = { id: 'mkr_leo', slug: 'leo-marsh', name: 'Leo Marsh' };

const works: readonly SearchDocument[] = [
  work('wrk_blue', { title: 'Blue', publishedOn: '2025-03-01', year: 2025, listPrices: { us: 1200 } }),
  work('wrk_deep', {
    title: 'Deep Blue',
    makers: [leo],
    genres: ['folk'],
    publishedOn: '2023-01-01',
    year: 2023,
    listPrices: {},
  }),
  work('wrk_harbour', { title: 'Harbour Lights', publishedOn: '2024-05-05', year: 2024, listPrices: { us: 900 } }),
  work('wrk_layl', { title: 'ليل', publishedOn: '2020-05-05', year: 2020, listPrices: { us: 1500 } }),
  work('wrk_ete', { title: 'Été', kind: 'book', makers: [leo], publishedOn: '2022-05-05', year: 2022 }),
];

function work(id: string, overrides: Partial<SearchDocument>): SearchDocument {
  return {
    id,
    kind: 'album',
    title: 'Untitled',
    makers: [nina],
    genres: ['jazz'],
    formats: ['MP3'],
    year: 2024,
    publishedOn: '2024-01-01',
    description: 'Recorded in one night.',
    listPrices: {},
    card: { id, nested: { n: 1 } },
    ...overrides,
  };
}

function passage(id: string, slug: string, locale: string, text: string, embedding: number[]): Passage {
  return { id, slug, locale, title: 'Refunds', sectionId: id.slice(-1), heading: 'How it works', text, embedding };
}
