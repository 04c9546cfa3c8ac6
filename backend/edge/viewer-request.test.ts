import { bucketOf, bucketsOf } from '@tessera/contracts/bucket.ts';
import { beforeAll, describe, expect, test } from 'vitest';
import { createViewerFunction, type ViewerFunction } from '../local/edge/viewer-function.ts';
import { toHostEntry } from './host-entry.ts';
import { bundleViewerFunction } from './testing/bundle.ts';

const folio = toHostEntry({
  profile: { id: 'folio', locales: ['de', 'en'], currencies: ['EUR', 'GBP'], countries: ['DE', 'GB', 'AT'] },
  setId: 'set_1',
  priceLists: [
    { currency: 'EUR', countries: [] },
    { currency: 'GBP', countries: ['GB'] },
  ],
});

const moving = toHostEntry({
  profile: { id: 'lumen', locales: ['en', 'de'], currencies: ['CAD', 'USD'], countries: ['CA', 'US'] },
  setId: `set_${'0'.repeat(40)}`,
  canaries: [
    { remote: 'mfe-catalog', percent: 10 },
    { remote: 'mfe-ai-support', percent: 50 },
  ],
  sets: [1, 2, 3].map((set) => `set_${String(set).repeat(40)}`),
  priceLists: [{ currency: 'USD', countries: ['US'] }],
});

let viewer: ViewerFunction;
let bytes = 0;

beforeAll(async () => {
  const code = await bundleViewerFunction('viewer-request.ts');
  bytes = Buffer.byteLength(code);
  const store = new Map([
    ['host:folio.localhost', JSON.stringify(folio)],
    ['host:lumen.localhost', JSON.stringify(moving)],
  ]);
  viewer = createViewerFunction({ code, get: (key) => store.get(key) });
});

const known = 'abcdefghij0123456789ab';

function run(request: {
  uri?: string;
  host?: string;
  headers?: Record<string, string>;
  cookies?: Record<string, string>;
}) {
  const values = (record: Record<string, string> = {}) =>
    Object.fromEntries(Object.entries(record).map(([name, value]) => [name, { value }]));
  const result = viewer.run({
    version: '1.0',
    context: { requestId: 'r-1' },
    viewer: { ip: '127.0.0.1' },
    request: {
      method: 'GET',
      uri: request.uri ?? '/',
      querystring: {},
      headers: values({ host: request.host ?? 'folio.localhost', ...request.headers }),
      cookies: values({ '__Host-bucket': known, ...request.cookies }),
    },
  });
  return result as { statusCode?: number; headers: Record<string, { value: string } | undefined> };
}

const viewOf = (request: Parameters<typeof run>[0]) => run(request).headers['x-tessera-view']?.value;

test('fits into a CloudFront Function', () => {
  expect(bytes).toBeLessThanOrEqual(10 * 1024);
});

test.each([
  ['/files/shell/1.0.0/a.css', '/folio/shell/1.0.0/a.css'],
  ['/media/p/cover%20a.webp', '/folio/p/cover%20a.webp'],
])('%s is a file of the tenant, whoever asks', (uri, stored) => {
  expect(run({ uri })).toMatchObject({ uri: stored, querystring: {} });
  expect(run({ uri }).headers['x-tessera-view']).toBeUndefined();
});

test.each(['/files/../aria/shell/1.0.0/a.css', '/media/%2e%2e/aria/a.webp', '/media/%252e%252e/aria/a.webp'])(
  '%s is nobody’s',
  (uri) => {
    expect(run({ uri })).toMatchObject({ statusCode: 404, headers: { 'cache-control': { value: 'no-store' } } });
  },
);

test('says which tenant the host belongs to, whatever the visitor claims', () => {
  const { headers } = run({
    headers: {
      'x-tenant': 'aria.1.x',
      'x-tessera-tenant': 'aria',
      'x-forwarded-host': 'aria.localhost',
      'x-tessera-signing-keys': 'e30=',
    },
  });
  expect(headers['x-tessera-tenant']?.value).toBe('folio');
  expect(headers['x-tenant']).toBeUndefined();
  expect(headers['x-forwarded-host']).toBeUndefined();
  expect(headers['x-tessera-signing-keys']).toBeUndefined();
});

test('takes the host with its port and in any case', () => {
  expect(run({ host: 'Folio.localhost:8080' }).headers['x-tessera-tenant']?.value).toBe('folio');
});

test('answers an unknown host itself', () => {
  expect(run({ host: 'nobody.localhost' })).toMatchObject({
    statusCode: 404,
    headers: { 'cache-control': { value: 'no-store' } },
  });
});

describe('view', () => {
  test.each([
    ['nothing known', {}, 'set_1|de|EUR|DE'],
    ['the path names a language', { uri: '/en/cart' }, 'set_1|en|EUR|DE'],
    ['a path that only begins like one', { uri: '/english' }, 'set_1|de|EUR|DE'],
    ['the visitor stands in a country on sale', { headers: { 'cloudfront-viewer-country': 'GB' } }, 'set_1|de|GBP|GB'],
    ['the visitor stands elsewhere', { headers: { 'cloudfront-viewer-country': 'US' } }, 'set_1|de|EUR|DE'],
    [
      'the visitor chose',
      { cookies: { '__Host-view': 'GBP.AT' }, headers: { 'cloudfront-viewer-country': 'DE' } },
      'set_1|de|GBP|AT',
    ],
    ['the visitor chose what is not on sale', { cookies: { '__Host-view': 'XXX.US' } }, 'set_1|de|EUR|DE'],
    ['a forged view', { headers: { 'x-tessera-view': 'set_2|en|GBP|GB' } }, 'set_1|de|EUR|DE'],
  ])('%s', (_, request, view) => {
    expect(viewOf(request)).toBe(view);
  });
});

describe('override', () => {
  const token = 'aA0-_.bB1-_.cC2-_';
  const overrideOf = (uri: string, value = token, headers: Record<string, string> = {}) =>
    run({ uri, headers, cookies: { '__Host-override': value } }).headers['x-tessera-override']?.value;

  test.each(['/', '/en/', '/work/wrk_1/slug', '/cart', '/admin'])('is told with the document %s', (uri) => {
    expect(overrideOf(uri)).toBe(token);
  });
  test.each([
    '/api/cart',
    '/sw.js',
    '/.well-known/micro-frontends.json',
    '/icons/touch-180.png',
    '/offline',
    '/en/offline',
  ])('is not told with %s, which is everybody’s', (uri) => {
    expect(overrideOf(uri)).toBeUndefined();
  });
  test.each(['', 'x', 'a.b', 'a.b.c.d', 'a b.c.d', 'a|b.c.d', `${'a'.repeat(1600)}.b.c`])('%j is none', (value) => {
    expect(overrideOf('/', value)).toBeUndefined();
  });
  test('comes from the cookie alone', () => {
    expect(run({ headers: { 'x-tessera-override': token } }).headers['x-tessera-override']).toBeUndefined();
    expect(overrideOf('/', token, { 'x-tessera-override': 'f.o.o' })).toBe(token);
  });
});

describe('language cookie', () => {
  test('leads from the bare first page to the chosen language', () => {
    expect(run({ cookies: { '__Host-locale': 'en' } })).toMatchObject({
      statusCode: 302,
      headers: { location: { value: '/en/' } },
    });
  });
  test.each([
    ['elsewhere', { uri: '/cart', cookies: { '__Host-locale': 'en' } }],
    ['to the default', { cookies: { '__Host-locale': 'de' } }],
    ['to a language the shop does not speak', { cookies: { '__Host-locale': '/evil.example' } }],
  ])('does not lead %s', (_, request) => {
    expect(run(request).statusCode).toBeUndefined();
  });
});

describe('visitor id', () => {
  test('is given to who has none, a new one each', () => {
    const ids = [1, 2].map(() => run({ cookies: { '__Host-bucket': '' } }).headers['x-tessera-new-visitor']?.value);
    expect(ids[0]).toMatch(/^[0-9a-z]{22}$/);
    expect(ids[0]).not.toBe(ids[1]);
  });
  test('is kept by who has one', () => {
    expect(run({}).headers['x-tessera-new-visitor']).toBeUndefined();
  });
});

describe('a shop with two canaries', () => {
  const visitors = Array.from({ length: 2_000 }, (_, index) => `v${String(index * 7919).padStart(21, '0')}`);
  const setOf = (visitor: string, uri = '/') =>
    viewOf({ host: 'lumen.localhost', uri, cookies: { '__Host-bucket': visitor } })?.split('|')[0];

  test('has an entry that the store takes', () => {
    expect(JSON.stringify(moving).length).toBeLessThan(1024);
  });

  test('serves each visitor the set of the canaries whose share their bucket is in', () => {
    const seen = new Set<string>();
    for (const visitor of visitors) {
      const isIn = (remote: string, percent: number) => bucketOf(visitor, 'lumen', remote) < bucketsOf(percent);
      const combination = Number(isIn('mfe-catalog', 10)) + 2 * Number(isIn('mfe-ai-support', 50));
      const expected = `set_${String(combination).repeat(40)}`;
      expect(setOf(visitor)).toBe(expected);
      seen.add(expected);
    }
    expect(seen.size).toBe(4);
  });

  test('serves one visitor one set, whatever they ask for', () => {
    const [visitor = ''] = visitors;
    const sets = ['/', '/sw.js', '/manifest.webmanifest', '/.well-known/micro-frontends.json', '/api/session'].map(
      (uri) => setOf(visitor, uri),
    );
    expect(new Set(sets).size).toBe(1);
  });

  test('serves a first visit by the id that it is given', () => {
    for (let visit = 0; visit < 50; visit += 1) {
      const { headers } = run({ host: 'lumen.localhost', cookies: { '__Host-bucket': '' } });
      const given = headers['x-tessera-new-visitor']?.value ?? '';
      expect(headers['x-tessera-view']?.value.split('|')[0]).toBe(setOf(given));
    }
  });
});
