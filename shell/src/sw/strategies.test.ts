import { expect, it, vi } from 'vitest';
import { adoptRelease } from './adopt.ts';
import { documentCacheOf, releaseCacheOf } from './cache-names.ts';
import { dataOfDocument } from './data-of-document.ts';
import { createDocumentStrategy } from './document-strategy.ts';
import { keepData } from './keep-data.ts';
import { createReleaseStrategy } from './release-strategy.ts';
import { fakeCaches } from './testing/fake-caches.ts';

const shop = 'https://shop.test';
const file = 'https://cdn.test/mfe-x/1.0.0/a.js';

const page = (body: string, headers: Record<string, string> = {}) =>
  new Response(body, { headers: { 'cache-control': 'public, max-age=0', 'x-tessera-release': 'set_1', ...headers } });

function documents(answers: (Response | undefined)[]) {
  const caches = fakeCaches();
  const answer = createDocumentStrategy({
    releaseSet: 'set_1',
    offlineUrl: '/offline',
    maxDocuments: 2,
    caches,
    onKept: (html) => keepData(caches, shop, dataOfDocument(html)),
    fetch: () => {
      const next = answers.shift();
      return next ? Promise.resolve(next) : Promise.reject(new TypeError('Failed to fetch'));
    },
  });
  const get = async (path: string) => {
    const later: Promise<unknown>[] = [];
    const response = await answer(new Request(shop + path), (work) => later.push(work));
    await Promise.all(later);
    return response.text();
  };
  return { get, caches };
}

it('answers from the network, and from the last good document without one', async () => {
  const { get } = documents([page('one'), page('two')]);
  expect(await get('/')).toBe('one');
  expect(await get('/')).toBe('two');
  expect(await get('/')).toBe('two');
});

it.each([
  ['says something of the visitor', { 'cache-control': 'no-store' }],
  ['was made by another release set', { 'x-tessera-release': 'set_2' }],
])('keeps no document that %s', async (_what, headers) => {
  const { get } = documents([page('private', headers)]);
  expect(await get('/library')).toBe('private');
  await expect(get('/library')).rejects.toThrow('Failed to fetch');
});

it('says that one is offline where the page was never seen', async () => {
  const { get, caches } = documents([]);
  await (await caches.open(documentCacheOf('set_1'))).put(`${shop}/offline`, page('offline'));
  expect(await get('/never')).toBe('offline');
});

it('keeps the latest pages', async () => {
  const { get } = documents([page('a'), page('b'), page('c')]);
  await get('/a');
  await get('/b');
  await get('/c');
  await expect(get('/a')).rejects.toThrow('Failed to fetch');
  expect(await get('/c')).toBe('c');
});

it('fetches a release’s file once, with its hash', async () => {
  const fetch = vi.fn((_input: string, _init: RequestInit) => Promise.resolve(new Response('code')));
  const answer = createReleaseStrategy({
    releaseSet: 'set_1',
    files: { [file]: 'sha384-x' },
    fetch,
    caches: fakeCaches(),
  });
  expect(await (await answer(file)).text()).toBe('code');
  expect(await (await answer(file)).text()).toBe('code');
  expect(fetch).toHaveBeenCalledOnce();
  expect(fetch.mock.calls[0]?.[1]).toMatchObject({ integrity: 'sha384-x' });
});

it('takes over from older sets what this one still names, and forgets the rest', async () => {
  const caches = fakeCaches();
  const old = await caches.open(releaseCacheOf('set_0'));
  await old.put(file, new Response('kept'));
  await old.put('https://cdn.test/mfe-x/0.9.0/a.js', new Response('gone'));
  await caches.open(documentCacheOf('set_0'));
  await adoptRelease(caches, 'set_1', { [file]: 'sha384-x' });
  expect(await caches.keys()).toEqual([releaseCacheOf('set_1')]);
  expect(await (await caches.match(file))?.text()).toBe('kept');
  expect(await caches.match('https://cdn.test/mfe-x/0.9.0/a.js')).toBeUndefined();
});

const documentWith = (data: string) =>
  `<!doctype html><script type="application/json" id="tessera-boot">{"page":{"data":${data}}}</script><p>Hello`;

it('keeps the public answers that a document brought, for the links that lead to its page', async () => {
  const answer = '/api/public/catalog/items/wrk_1?locale=en';
  const data = {
    [answer]: { status: 200, body: { title: 'Glass Harbour' } },
    '/api/public/gone': { status: 404, body: {} },
    '/api/me/entitlements': { status: 200, body: { private: true } },
  };
  const { get, caches } = documents([page(documentWith(JSON.stringify(data)))]);
  await get('/work/wrk_1');
  const cache = await caches.open('tessera-data');
  expect((await cache.keys()).map(({ url }) => url)).toEqual([shop + answer]);
  expect(await (await caches.match(shop + answer))?.json()).toEqual({ title: 'Glass Harbour' });
});

it.each([
  ['no boot document', '<p>Hello'],
  ['another shape', documentWith('[1]')],
  ['no JSON', documentWith('{')],
  ['a cut', '<script id="tessera-boot'],
])('keeps nothing of a document with %s', (_what, html) => {
  expect([...dataOfDocument(html)]).toEqual([]);
});
