import { DiscoveryDocument } from '@tessera/contracts/discovery.ts';
import { toViewHeader } from '@tessera/contracts/view.ts';
import vm from 'node:vm';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { createArticleEntity } from '../table/article.ts';
import { createWorkEntity } from '../table/work.ts';
import { distOf, shopDists } from './testing/dist.ts';
import { createTestApp, type TestApp } from './testing/app.ts';
import { createWorld, type World } from './testing/world.ts';

let world: World;
let setId: string;
let shop: TestApp;
beforeAll(async () => {
  world = await createWorld();
  setId = await world.goLive();
  shop = createTestApp(world);
});
afterAll(() => world.stop());

describe('who may ask', () => {
  test.each([
    ['no proof of the tenant', { 'x-tenant': '' }],
    ['a made-up proof', { 'x-tenant': `aria.${Math.floor(Date.now() / 1000)}.${'A'.repeat(43)}` }],
    ['a proof for another host', { 'x-forwarded-host': 'folio.localhost:8080' }],
  ])('%s gets 403', async (_, headers) => {
    for (const path of ['/', '/sw.js', '/.well-known/micro-frontends.json', '/sitemap.xml'])
      expect((await shop.get(path, headers)).status).toBe(403);
  });

  test('a tenant that does not exist gets 404', async () => {
    expect((await shop.get('/', shop.proofFor('nobody'))).status).toBe(404);
  });

  test('a page is read only', async () => {
    const response = await shop.app.request('/', { method: 'POST', headers: shop.proofFor('aria') });
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  });
});

describe('documents', () => {
  test('come from the live set, with the shell’s own server entry and the remote’s markup', async () => {
    const response = await shop.get('/de/work/wrk_1?x=1');
    const html = await response.text();
    expect(response.status).toBe(200);
    expect(response.headers.get('x-tessera-release')).toBe(setId);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('strict-transport-security')).toBeNull();
    expect(html).toContain(`<header data-url="${encodeURIComponent('/de/work/wrk_1?x=1')}">aria</header>`);
    expect(html).toContain('<h1>/de/work/wrk_1?x=1</h1>');
  });

  test('of a work stand under the address with its slug', async () => {
    await createWorkEntity(world.table)
      .put({ ...aWork('wrk_moved', 'published'), slug: 'new-title' })
      .go();
    for (const path of ['/work/wrk_moved/old-title', '/work/wrk_moved']) {
      const response = await shop.get(`/de${path}?x=1`);
      expect([response.status, response.headers.get('location')]).toEqual([301, '/de/work/wrk_moved/new-title?x=1']);
    }
    expect((await shop.get('/de/work/wrk_moved/new-title')).status).toBe(200);
  });

  test('come from the set that the edge keys its cache by', async () => {
    const catalog = distOf({ version: '9.0.0' });
    const next = await world.goLive([
      ...shopDists().filter((dist) => !textOf(dist).includes('"mfe-catalog"')),
      catalog,
    ]);
    const view = (set: string) => ({
      'x-tessera-view': toViewHeader({ set, locale: 'en', currency: 'EUR', country: 'DE' }),
    });
    expect(await (await shop.get('/', view(setId))).text()).toContain('/mfe-catalog/1.0.0/entry.js');
    const response = await shop.get('/', view(next));
    const html = await response.text();
    expect(html).toContain('/mfe-catalog/9.0.0/entry.js');
    expect(html).toContain('"currency":"EUR","country":"DE"');
  });

  test('of a shop that has published nothing say so, to people as a page', async () => {
    const empty = await createWorld({ s3: world.s3 });
    const app = createTestApp(empty);
    const page = await app.get('/', { accept: 'text/html' });
    expect([page.status, page.headers.get('cache-control')]).toEqual([503, 'no-store']);
    expect(await page.text()).toContain('<h1>Something went wrong on our side</h1>');
    expect((await app.get('/')).headers.get('content-type')).toBe('application/problem+json');
  });
});

describe('discovery', () => {
  /** The schema it names, as far as that validates. */
  const v1Pre = z.strictObject({
    schema: z.string(),
    microFrontends: z.record(
      z.string(),
      z.array(
        z.strictObject({
          url: z.url(),
          fallbackUrl: z.url().optional(),
          metadata: z.looseObject({ integrity: z.string(), version: z.string() }),
          deployment: z.looseObject({ traffic: z.number(), default: z.boolean() }).optional(),
          extras: z.record(z.string(), z.unknown()),
        }),
      ),
    ),
  });

  test('says what is live, in our schema and in the one it names', async () => {
    const response = await shop.get('/.well-known/micro-frontends.json');
    const body: unknown = await response.json();
    const document = DiscoveryDocument.parse(body);
    expect(v1Pre.safeParse(body).success).toBe(true);
    expect(Object.keys(document.microFrontends).sort()).toEqual([
      'mfe-admin',
      'mfe-ai-support',
      'mfe-catalog',
      'mfe-checkout',
    ]);
    const [checkout] = document.microFrontends['mfe-checkout'] ?? [];
    expect(checkout).toMatchObject({
      url: 'http://cdn.aria.localhost:8080/mfe-checkout/1.0.0/entry.js',
      extras: { tessera: { tenantId: 'aria', routes: ['/cart', '/checkout'], slice: 'checkout' } },
    });
    expect(Object.keys(checkout?.extras.tessera.files ?? {})).toEqual(['entry.js', 'chunks/a.js']);
  });
});

describe('what else a shop’s origin answers', () => {
  test('a worker that knows its shop from its first line', async () => {
    const response = await shop.get('/sw.js', { 'x-tessera-view': `${setId}|||` });
    const source = await response.text();
    expect(response.headers.get('cache-control')).toBe('no-cache');
    expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    const self: Record<string, unknown> = { addEventListener: () => {} };
    vm.runInNewContext(source, { self });
    expect(self['__TESSERA__']).toMatchObject({
      tenant: 'aria',
      releaseSet: setId,
      files: {
        'http://cdn.aria.localhost:8080/mfe-catalog/1.0.0/chunks/work.js': expect.stringMatching(/^sha384-/),
        'http://aria.localhost:8080/files/mfe-catalog/1.0.0/style.css': expect.stringMatching(/^sha384-/),
      },
    });
    expect(JSON.stringify(self['__TESSERA__'])).not.toMatch(/mfe-admin|server\.mjs|sw\.js/);
  });

  test('a manifest and its icons', async () => {
    const response = await shop.get('/manifest.webmanifest');
    expect(response.headers.get('content-type')).toBe('application/manifest+json');
    const { icons } = z
      .object({ icons: z.array(z.object({ src: z.string(), type: z.string(), purpose: z.string() })) })
      .parse(await response.json());
    expect(icons.map(({ purpose }) => purpose)).toEqual(['any', 'any', 'any', 'maskable', 'maskable']);
    for (const { src, type } of icons) {
      const icon = await shop.get(src);
      expect([icon.status, icon.headers.get('content-type')]).toEqual([200, type]);
    }
    expect((await shop.get('/icons/other.svg')).status).toBe(404);
  });

  test('robots, who keep out of what is personal', async () => {
    const text = await (await shop.get('/robots.txt')).text();
    expect(text).toContain('Disallow: /admin');
    expect(text).toContain('Sitemap: http://aria.localhost:8080/sitemap.xml');
  });

  test('a sitemap of works, makers and articles in their languages', async () => {
    await createArticleEntity(world.table)
      .put({
        tenantId: 'aria',
        slug: 'refunds',
        locale: 'en',
        title: 'Refunds',
        summary: '',
        topic: 'orders',
        sections: [],
        updatedOn: '2026-02-01',
      })
      .go();
    await createWorkEntity(world.table)
      .put([aWork('wrk_blue', 'published'), aWork('wrk_draft', 'draft')])
      .go();
    const xml = await (await shop.get('/sitemap.xml')).text();
    const addresses = [...xml.matchAll(/<loc>http:\/\/aria\.localhost:8080([^<]*)<\/loc>/g)].map(([, path]) => path);
    expect(addresses).toEqual(
      expect.arrayContaining([
        '/',
        '/de/',
        '/browse/album',
        '/ar/work/wrk_blue/blue',
        '/de/artist/nina',
        '/help/refunds',
      ]),
    );
    expect(addresses).not.toContain('/de/help/refunds');
    expect(xml).not.toContain('wrk_draft');
    expect(xml).toContain('hreflang="de" href="http://aria.localhost:8080/de/work/wrk_blue/blue"');
  });
});

const textOf = (dist: ReadonlyMap<string, Uint8Array>) => Buffer.from(dist.get('tessera.json') ?? []).toString();

const aWork = (workId: string, status: 'published' | 'draft') => ({
  tenantId: 'aria',
  workId,
  storeId: 'sto_main',
  storeName: 'Aria',
  slug: 'blue',
  kind: 'album' as const,
  status,
  title: 'Blue',
  makers: [{ id: 'mkr_nina', slug: 'nina', name: 'Nina', role: 'artist' }],
  cover: { src: '/c.jpg', srcset: [], width: 1, height: 1, color: '#000', alt: '' },
  publishedOn: '2026-01-01',
  description: '',
  genres: [],
  licence: '',
  badges: [],
  contents: [],
  contentsLabel: 'none' as const,
  offers: [],
  updatedAt: '2026-01-02T00:00:00.000Z',
});

test.each([
  ['br', 'br'],
  ['gzip', 'gzip'],
  ['identity', null],
])('a visitor who accepts %s gets a document in %s, and caches are told', async (accepted, encoding) => {
  const view = { 'x-tessera-view': `${setId}|||`, 'accept-encoding': accepted };
  const response = await shop.get('/', view);
  expect(response.headers.get('content-encoding')).toBe(encoding);
  expect(response.headers.get('vary')).toBe('accept-encoding');
  const bytes = Buffer.from(await response.arrayBuffer());
  const read = { br: brotliDecompressSync, gzip: gunzipSync }[accepted] ?? ((body: Buffer) => body);
  expect(read(bytes).toString('utf8')).toMatch(/^<!doctype html>.*<\/html>$/s);
});
