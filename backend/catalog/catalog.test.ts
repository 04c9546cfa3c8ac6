import { Home, Maker, SearchResult, WorkDetail } from '@tessera/contracts/api/catalog.ts';
import { headers } from '@tessera/contracts/http.ts';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { signTenant } from '../platform/tenant-signature.ts';
import { product, tenant, work } from './testing/tenants.ts';
import { createWorld, now, tenantKeys } from './testing/world.ts';

const works = [
  work('wrk_harbour', {
    title: 'Harbour Lights',
    publishedOn: '2025-01-01',
    products: [
      product('prd_mp3', {
        files: [
          {
            assetId: 'ast_1',
            name: 'Harbour Lights',
            make: 'music',
            seed: 'a',
            seconds: 30,
            format: 'mp3',
            title: 'a',
            by: 'b',
            album: 'c',
            track: 1,
          },
        ],
      }),
      product('prd_lp', {
        title: 'Vinyl',
        format: 'LP',
        delivery: 'physical',
        taxCode: 'txcd_99999999',
        stock: 3,
        maxQuantity: 5,
        prices: { us: { amountMinor: '2500' } },
      }),
      product('prd_gone', {
        title: 'Tape',
        format: 'Tape',
        delivery: 'physical',
        stock: 0,
        prices: { us: { amountMinor: '1500', compareAtMinor: '2000' } },
      }),
    ],
  }),
  work('wrk_quiet', {
    title: 'Quiet Water',
    genres: ['Folk'],
    publishedOn: '2023-01-01',
    products: [product('prd_quiet', { prices: { us: { amountMinor: '500', compareAtMinor: '700' } } })],
  }),
  ...Array.from({ length: 5 }, (_, n) => work(`wrk_more-${n}`, { title: `More ${n}`, publishedOn: `200${n}-01-01` })),
];
const home = {
  headline: 'Out now',
  text: 'Listen',
  cta: 'Listen',
  workId: 'wrk_harbour',
  shelves: [
    { id: 'new', title: 'New', href: '/browse/album', workIds: ['wrk_quiet', 'wrk_removed'] },
    { id: 'empty', title: 'Empty', href: '/', workIds: ['wrk_removed'] },
  ],
};

let world: Awaited<ReturnType<typeof createWorld>>;
beforeAll(async () => {
  world = await createWorld([tenant('aria', { works, home }), tenant('folio', { works: [work('wrk_other')] })]);
});
afterAll(() => world.stop());

const read = async <T>(url: string, schema: { parse(value: unknown): T }, options?: { tenant: string }): Promise<T> => {
  const response = await world.get(url, options);
  expect(response.status, await response.clone().text()).toBe(200);
  return schema.parse(await response.json());
};

describe('a work', () => {
  const item = (query = '') => read(`/api/public/catalog/items/wrk_harbour${query}`, WorkDetail);

  test('has its products in order, priced, with what is left and what is delivered', async () => {
    const { products, fromPrice, storeName, related } = await item();
    expect(products.map(({ id, availability }) => [id, availability])).toEqual([
      ['prd_mp3', { state: 'available' }],
      ['prd_lp', { state: 'low', left: 3 }],
      ['prd_gone', { state: 'sold-out' }],
    ]);
    expect(products[0]?.files).toEqual([{ name: 'Harbour Lights', format: 'mp3', bytes: 4000 }]);
    expect(products[1]?.maxQuantity).toBe(3);
    expect(fromPrice?.amount).toEqual({ amountMinor: '900', currency: 'USD' });
    expect(storeName).toBe('aria store');
    expect(related.map(({ id }) => id)).not.toContain('wrk_harbour');
    expect(related.length).toBeGreaterThan(0);
  });

  test('shows tax the way of the place, in the language of the reader', async () => {
    expect((await item()).products[0]?.price?.tax).toEqual({ display: 'exclusive', label: 'plus tax' });
    const german = await item('?country=DE&currency=EUR&locale=de');
    expect(german.products[0]?.price).toEqual({
      amount: { amountMinor: '850', currency: 'EUR' },
      tax: { display: 'inclusive', label: 'inkl. MwSt. 19\u00a0%' },
    });
  });

  test('says where a product is not sold', async () => {
    const german = await item('?country=DE&currency=EUR');
    expect(german.products[1]).toMatchObject({ id: 'prd_lp', availability: { state: 'not-here' } });
    expect(german.products[1]?.price).toBeUndefined();
    expect((await item('?country=FR&currency=EUR')).fromPrice).toBeUndefined();
  });

  test('takes the tenant’s defaults for what it does not offer', async () => {
    expect((await item('?country=JP&currency=JPY&locale=ar')).fromPrice?.amount.currency).toBe('USD');
  });

  test('may be kept by shared caches, and names files by their path, wherever the shop stands', async () => {
    const response = await world.get('/api/public/catalog/items/wrk_harbour');
    expect(response.headers.get('cache-control')).toBe('public, s-maxage=60, stale-while-revalidate=600');
    expect((await response.json()).cover.src).toMatch(/^\/media\/covers\//);
  });
});

test('another tenant’s work, maker and a missing one are the same bytes', async () => {
  const answers = await Promise.all([
    world.get('/api/public/catalog/items/wrk_harbour', { tenant: 'folio' }),
    world.get('/api/public/catalog/items/wrk_nothing', { tenant: 'folio' }),
    world.get('/api/public/artist/nobody', { tenant: 'folio' }),
    world.get('/api/public/catalog/items/wrk_harbour', { tenant: 'unknown' }),
  ]);
  const bodies = await Promise.all(answers.map((answer) => answer.text()));
  expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
  expect(new Set(bodies).size).toBe(1);
});

test('the first page leaves out works that are gone and shelves without works', async () => {
  const { hero, shelves } = await read('/api/public/catalog/home', Home);
  expect(hero).toMatchObject({ headline: 'Out now', work: { id: 'wrk_harbour' } });
  expect(shelves.map(({ id, items }) => [id, items.map((card) => card.id)])).toEqual([['new', ['wrk_quiet']]]);
  expect(shelves[0]?.items[0]?.badges).toEqual(['sale']);
});

test('a maker has their works, newest first', async () => {
  const maker = await read('/api/public/artist/nina-vale', Maker);
  expect(maker.works.map(({ id }) => id).slice(0, 2)).toEqual(['wrk_harbour', 'wrk_quiet']);
});

describe('search', () => {
  const search = (query: string) => read(`/api/public/catalog/search?${query}`, SearchResult);

  test('finds, filters, counts, and pages through everything once', async () => {
    expect((await search('q=harbour')).items.map(({ id }) => id)).toEqual(['wrk_harbour']);
    expect((await search('genre=Folk')).items.map(({ id }) => id)).toEqual(['wrk_quiet']);
    expect((await search('maker=nina-vale')).total).toBe(7);
    const seen: string[] = [];
    for (let cursor = ''; ;) {
      const page = await search(`limit=3&sort=newest${cursor}`);
      seen.push(...page.items.map(({ id }) => id));
      if (!page.nextCursor) break;
      cursor = `&cursor=${page.nextCursor}`;
    }
    expect(new Set(seen).size).toBe(7);
    expect(seen).toHaveLength(7);
    expect((await search('')).facets.find(({ name }) => name === 'genre')?.values[0]).toEqual({
      value: 'Jazz',
      label: 'Jazz',
      count: 6,
    });
  });

  test('sorts by the price that is shown', async () => {
    const { items } = await search('sort=price-asc&limit=2');
    expect(items.map(({ fromPrice }) => fromPrice?.amount.amountMinor)).toEqual(['500', '900']);
  });

  test('helps a misspelled word, and has an empty answer for nonsense', async () => {
    expect(await search('q=harbuor')).toMatchObject({ didYouMean: 'harbour', total: 1 });
    expect(await search('q=xqzzw')).toEqual({ items: [], total: 0, facets: [] });
  });

  test('completes with links that lead there', async () => {
    const response = await world.get('/api/public/catalog/suggest?q=ni');
    expect((await response.json()).suggestions).toContainEqual({
      text: 'Nina Vale',
      kind: 'maker',
      href: '/artist/nina-vale',
    });
    const works = await (await world.get('/api/public/catalog/suggest?q=harb')).json();
    expect(works.suggestions[0]).toMatchObject({
      text: 'Harbour Lights',
      kind: 'work',
      href: '/work/wrk_harbour/harbour',
    });
  });

  test.each([
    'limit=0',
    'limit=101',
    'kind=car',
    'sort=random',
    'cursor=@@',
    'cursor=eyJvZmZzZXQiOi0xfQ',
    `q=${'a'.repeat(201)}`,
    'year=abc',
  ])('422 for %s', async (query) => {
    const response = await world.get(`/api/public/catalog/search?${query}`);
    expect(response.status).toBe(422);
    expect((await response.json()).errors).toHaveLength(1);
  });

  test('422 for nothing to complete', async () => {
    expect((await world.get('/api/public/catalog/suggest')).status).toBe(422);
  });
});

test.each([
  ['unsigned', 'aria'],
  [
    'forged',
    signTenant({ tenantId: 'aria', host: 'aria.localhost', nowSeconds: now.getTime() / 1000 }, [Buffer.alloc(32, 1)]),
  ],
  [
    'replayed',
    signTenant({ tenantId: 'aria', host: 'aria.localhost', nowSeconds: now.getTime() / 1000 - 61 }, tenantKeys),
  ],
  [
    'of another host',
    signTenant({ tenantId: 'aria', host: 'folio.localhost', nowSeconds: now.getTime() / 1000 }, tenantKeys),
  ],
])('403 for a tenant that is %s', async (_, value) => {
  const response = await world.app.request('/api/public/catalog/home', {
    headers: { host: 'aria.localhost', [headers.tenant]: value },
  });
  expect(response.status).toBe(403);
});

test('429 once a client has had its share', async () => {
  for (let n = 0; n < 200; n++)
    expect((await world.get('/api/public/catalog/suggest?q=a', { client: '9.9.9.9' })).status).toBe(200);
  const refused = await world.get('/api/public/catalog/suggest?q=a', { client: '9.9.9.9' });
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  expect((await world.get('/api/public/catalog/suggest?q=a', { client: '8.8.8.8' })).status).toBe(200);
});

test('serves the OpenAPI document that is committed', async () => {
  const served = await (await world.get('/api/catalog/openapi.json')).json();
  expect(served).toEqual(JSON.parse(await readFile(path.join(import.meta.dirname, 'openapi.json'), 'utf8')));
});
