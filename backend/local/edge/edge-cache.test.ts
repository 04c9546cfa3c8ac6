import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sharedLifetimeSeconds } from './cache-policy.ts';
import { encodingFor } from '../../platform/compress.ts';
import { createEdgeCache, type CachedAnswer } from './edge-cache.ts';

const answer = (overrides: Partial<CachedAnswer> = {}): CachedAnswer => ({
  host: 'aria.localhost',
  status: 200,
  headers: {},
  body: Buffer.alloc(1_000),
  encoded: {},
  storedAt: 0,
  expiresAt: 1_000,
  ...overrides,
});

test('an answer is kept until it expires', () => {
  let now = 0;
  const cache = createEdgeCache({ maxBytes: 10_000, now: () => now });
  cache.put('k', answer());
  now = 999;
  expect(cache.get('k')?.status).toBe(200);
  now = 1_000;
  expect(cache.get('k')).toBeUndefined();
  expect(cache.stats()).toMatchObject({ hits: 1, misses: 1, entries: 0, bytes: 0 });
});

test('the least recently used goes first, and compressed forms count', () => {
  const cache = createEdgeCache({ maxBytes: 5_000, now: () => 0 });
  cache.put('a', answer());
  cache.put('b', answer());
  cache.get('a');
  cache.put('c', answer());
  expect([cache.get('b'), cache.get('a') !== undefined]).toEqual([undefined, true]);
  cache.grew('a', 2_000);
  expect([cache.get('c'), cache.get('a') !== undefined, cache.stats().evicted]).toEqual([undefined, true, 2]);
});

test('the size never passes the bound, whatever is put', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.nat(5_000))), (puts) => {
      const cache = createEdgeCache({ maxBytes: 10_000, now: () => 0 });
      for (const [key, size] of puts) cache.put(String(key), answer({ body: Buffer.alloc(size) }));
      expect(cache.stats().bytes).toBeLessThanOrEqual(10_000);
    }),
  );
});

test.each([
  ['public, s-maxage=5, max-age=0', 5],
  ['public,max-age=7', 7],
  ['PUBLIC, Max-Age="7"', 7],
  ['public', 0],
  ['public, max-age=never', 0],
  ['public, max-age=-1', 0],
])('%j may be kept for %d s', (header, seconds) => {
  const asked = { method: 'GET', status: 200, headers: { 'cache-control': header }, setsCookie: false };
  expect(sharedLifetimeSeconds(asked)).toBe(seconds);
  expect(sharedLifetimeSeconds({ ...asked, method: 'POST' })).toBe(0);
  expect(sharedLifetimeSeconds({ ...asked, status: 302 })).toBe(0);
  expect(sharedLifetimeSeconds({ ...asked, setsCookie: true })).toBe(0);
});

test.each([
  [undefined, 'identity'],
  ['gzip, deflate, br', 'br'],
  ['gzip;q=0.5, br;q=0', 'gzip'],
  ['br;q=0.0, gzip;q=0', 'identity'],
  ['brotli', 'identity'],
])('accept-encoding %j gives %s', (header, expected) => {
  expect(encodingFor(header)).toBe(expected);
});
