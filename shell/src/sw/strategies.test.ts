import { describe, expect, it, vi } from 'vitest';
import { documentCacheOf, releaseCacheOf } from './cache-names.ts';
import { dataOfDocument } from './data-of-document.ts';
import { createDocumentStrategy } from './document-strategy.ts';
import { addGoodSet } from './good-sets.ts';
import { installRelease } from './install-release.ts';
import { keepData } from './keep-data.ts';
import { keepNeededSets } from './keep-needed-sets.ts';
import { createLastGoodDocument } from './last-good-document.ts';
import { findOpenSets } from './open-sets.ts';
import { createReleaseStrategy } from './release-strategy.ts';
import { isReleasedFile, startOf } from './released-files.ts';
import { fakeCaches } from './testing/fake-caches.ts';

const shop = 'https://shop.test';
const file = 'https://cdn.test/mfe-x/1.0.0/a.js';

const isReleased = (url: URL) => isReleasedFile(url, shop, new Set(['https://cdn.test']));
const page = (body: string, headers: Record<string, string> = {}) =>
  new Response(body, { headers: { 'cache-control': 'public, max-age=0', 'x-tessera-release': 'set_1', ...headers } });

function documents(answers: (Response | undefined)[]) {
  const caches = fakeCaches();
  const answer = createDocumentStrategy({
    releaseSet: 'set_1',
    offlineUrl: '/offline',
    maxDocuments: 2,
    findEarlier: (url) => createLastGoodDocument({ caches, isReleased })(url, 'set_1'),
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

function release(options: Partial<Parameters<typeof createReleaseStrategy>[0]> = {}) {
  const caches = options.caches ?? fakeCaches();
  const fetch = vi.fn((_input: string, _init: RequestInit) => Promise.resolve(new Response('code')));
  const answer = createReleaseStrategy({
    releaseSet: 'set_1',
    files: { [file]: 'sha384-x' },
    fetch,
    caches,
    ...options,
  });
  const get = async (url: string) => {
    const later: Promise<unknown>[] = [];
    const response = await answer(url, (work) => later.push(work));
    await Promise.allSettled(later);
    return response.text();
  };
  return { get, fetch, caches };
}

it('fetches a release’s file once, with its hash', async () => {
  const { get, fetch } = release();
  expect(await get(file)).toBe('code');
  expect(await get(file)).toBe('code');
  expect(fetch).toHaveBeenCalledOnce();
  expect(fetch.mock.calls[0]?.[1]).toMatchObject({ integrity: 'sha384-x' });
});

it('keeps the styles of a release with its entry, since a first view brings them in its document', async () => {
  const entry = 'https://cdn.test/mfe-x/1.0.0/remoteEntry.js';
  const [own, other] = [`${shop}/files/mfe-x/1.0.0/assets/s.css`, `${shop}/files/mfe-x/0.9.0/assets/s.css`];
  const { get, fetch, caches } = release({ files: { [entry]: 'sha384-e', [own]: 'sha384-s', [other]: 'sha384-t' } });
  await get(entry);
  expect(fetch.mock.calls.map(([url]) => url)).toEqual([entry, own]);
  expect(await caches.match(own)).toBeDefined();
  await get(entry);
  expect(fetch).toHaveBeenCalledTimes(2);
});

it('answers a page of another set from what that set has kept, and keeps nothing for it', async () => {
  const { get, caches } = release();
  const other = 'https://cdn.test/mfe-x/0.9.0/a.js';
  await (await caches.open(releaseCacheOf('set_0'))).put(other, new Response('earlier'));
  expect(await get(other)).toBe('earlier');
  expect(await get('https://cdn.test/mfe-x/0.9.0/b.js')).toBe('code');
  expect(await (await caches.open(releaseCacheOf('set_1'))).keys()).toEqual([]);
});

it('hands a file out that the device has no room for', async () => {
  const full = fakeCaches();
  const open = (name: string) =>
    full
      .open(name)
      .then((cache) => ({ ...cache, put: () => Promise.reject(new DOMException('', 'QuotaExceededError')) }));
  const { get } = release({ caches: { ...full, open } as unknown as CacheStorage });
  expect(await get(file)).toBe('code');
});

describe('a set is installed', () => {
  const files = [
    { url: 'https://cdn.test/shell/2.0.0/a.js', integrity: 'sha384-a' },
    { url: 'https://cdn.test/shell/2.0.0/b.js', integrity: 'sha384-b' },
  ];
  const keysOf = async (caches: CacheStorage, set: string) =>
    (await (await caches.open(releaseCacheOf(set))).keys()).map(({ url }) => url);

  it('as a whole, without fetching what is there', async () => {
    const caches = fakeCaches();
    await (await caches.open(releaseCacheOf('set_1'))).put(files[0]?.url ?? '', new Response('same'));
    const fetch = vi.fn((_url: string, _init: RequestInit) => Promise.resolve(new Response('code')));
    await installRelease({ releaseSet: 'set_2', files, fetch, caches });
    expect(fetch).toHaveBeenCalledExactlyOnceWith(files[1]?.url, expect.objectContaining({ integrity: 'sha384-b' }));
    expect((await keysOf(caches, 'set_2')).sort()).toEqual(files.map(({ url }) => url));
  });

  it('or not at all', async () => {
    const fetch = (url: string) => Promise.resolve(new Response('', { status: url.endsWith('b.js') ? 503 : 200 }));
    const caches = fakeCaches();
    await expect(installRelease({ releaseSet: 'set_2', files, fetch, caches })).rejects.toThrow(/503/);
  });
});

describe('of older sets', () => {
  const old = 'https://cdn.test/mfe-x/0.9.0/a.js';
  async function device(good: readonly string[] = []) {
    const caches = fakeCaches();
    const cache = await caches.open(releaseCacheOf('set_0'));
    await cache.put(file, new Response('kept'));
    await cache.put(old, new Response('old'));
    await caches.open(documentCacheOf('set_0'));
    for (const set of good) await addGoodSet(caches, set);
    const tidy = (open: ReadonlySet<string> | undefined) =>
      keepNeededSets(caches, { releaseSet: 'set_1', files: { [file]: 'sha384-x' }, open });
    const has = async (url: string) => (await caches.match(url)) !== undefined;
    return { caches, tidy, has };
  }

  it('what this one still names is taken over, and the rest forgotten', async () => {
    const { caches, tidy, has } = await device();
    await tidy(new Set(['set_1']));
    expect((await caches.keys()).filter((name) => name.endsWith('set_0'))).toEqual([]);
    expect([await has(file), await has(old)]).toEqual([true, false]);
  });

  it.each([
    ['a page of it is open', new Set(['set_0', 'set_1']), []],
    ['a page does not say what it is made of', undefined, []],
    ['it is the last one that was good', new Set(['set_1']), ['set_0', 'set_1']],
  ] as const)('nothing is forgotten while %s', async (_what, open, good) => {
    const { tidy, has } = await device(good);
    await tidy(open);
    expect(await has(old)).toBe(true);
  });

  it('only the last good one is needed', async () => {
    const { tidy, has } = await device(['set_0', 'set_a', 'set_1']);
    await tidy(new Set(['set_1']));
    expect(await has(old)).toBe(false);
  });
});

describe('open pages say which set they are made of', () => {
  const pageOf = (set: string | undefined) => ({
    postMessage: (_question: unknown, ports: unknown) => {
      if (set !== undefined && Array.isArray(ports)) (ports[0] as MessagePort).postMessage(set);
    },
  });

  it('all of them', async () => {
    expect(await findOpenSets([pageOf('set_1'), pageOf('set_0')])).toEqual(new Set(['set_1', 'set_0']));
  });

  it('or it is not known', async () => {
    expect(await findOpenSets([pageOf('set_1'), pageOf(undefined)])).toBeUndefined();
  });
});

describe('the last good page', () => {
  const start = `<link rel="modulepreload" href="${file}" integrity="sha384-x"><link rel="stylesheet" href="/files/mfe-x/1.0.0/s.css">`;
  async function device(files: readonly string[]) {
    const { get, caches } = documents([]);
    await (await caches.open(documentCacheOf('set_0'))).put(`${shop}/work`, page(`${start}earlier`));
    await (await caches.open(documentCacheOf('set_1'))).put(`${shop}/offline`, page('offline'));
    for (const url of files) await (await caches.open(releaseCacheOf('set_0'))).put(url, new Response(''));
    return { get, caches, find: createLastGoodDocument({ caches, isReleased }) };
  }
  const whole = [file, `${shop}/files/mfe-x/1.0.0/s.css`];

  it('is shown without a network where all it starts from is here', async () => {
    const { get, caches } = await device(whole);
    await addGoodSet(caches, 'set_0');
    expect(await get('/work')).toContain('earlier');
  });

  it.each([
    ['a file of it is missing', whole.slice(0, 1), ['set_0']],
    ['its set never did what it should', whole, []],
  ] as const)('is not where %s', async (_what, files, good) => {
    const { get, caches } = await device(files);
    for (const set of good) await addGoodSet(caches, set);
    expect(await get('/work')).toBe('offline');
  });

  it('is none of the set that asks', async () => {
    const { caches, find } = await device(whole);
    await addGoodSet(caches, 'set_0');
    expect(await find(`${shop}/work`, 'set_0')).toBeUndefined();
    expect(await find(`${shop}/work`, 'set_2')).toBeDefined();
  });

  it('starts from released scripts and styles, and no other', () => {
    const html = `${start}<link rel="icon" href="/icons/a.svg"><link rel="preload" href="/files/shell/1/f.woff2"><script src="${file}"></script>`;
    expect(startOf(html, `${shop}/work`, isReleased)).toEqual(whole);
  });
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
