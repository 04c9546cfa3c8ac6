import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pathIn, readAddress } from './address.ts';

const locales = ['en', 'de', 'ar'] as const;
const read = (path: string) => readAddress(new URL(path, 'http://aria.localhost'), [...locales]);

test.each([
  ['/', { kind: 'page', locale: 'en', path: '/', surface: 'shop' }],
  ['/de/', { kind: 'page', locale: 'de', path: '/', surface: 'shop' }],
  ['/de', { kind: 'page', locale: 'de', path: '/', surface: 'shop' }],
  ['/ar/work/wrk_1/a-title', { kind: 'page', locale: 'ar', path: '/work/wrk_1/a-title', surface: 'shop' }],
  ['/browse/album?genre=jazz', { kind: 'page', locale: 'en', path: '/browse/album', surface: 'shop' }],
  ['/admin', { kind: 'page', locale: 'en', path: '/admin', surface: 'console' }],
  ['/de/admin/orders', { kind: 'page', locale: 'de', path: '/admin/orders', surface: 'console' }],
  ['/administration', { kind: 'page', locale: 'en', path: '/administration', surface: 'shop' }],
  ['/fr/cart', { kind: 'page', locale: 'en', path: '/fr/cart', surface: 'shop' }],
  ['/en/cart?a=1', { kind: 'redirect', location: '/cart?a=1' }],
  ['/en', { kind: 'redirect', location: '/' }],
  ['/cart/', { kind: 'redirect', location: '/cart' }],
  ['/de/cart/', { kind: 'redirect', location: '/de/cart' }],
])('%s', (path, address) => {
  expect(read(path)).toEqual(address);
});

test('a redirect never leaves the shop, and leads to a page', () => {
  const part = fc.constantFrom('', 'en', 'de', '..', 'evil.example', '%2f', '\\', 'cart', '//');
  fc.assert(
    fc.property(fc.array(part, { maxLength: 6 }), (parts) => {
      const url = new URL('http://aria.localhost');
      url.pathname = `/${parts.join('/')}`;
      const address = readAddress(url, [...locales]);
      if (address.kind === 'page') return;
      const target = new URL(address.location, url);
      expect(target.host).toBe('aria.localhost');
      expect(readAddress(target, [...locales]).kind).toBe('page');
    }),
    { seed: 3, numRuns: 500 },
  );
});

test('a page has an address in each language', () => {
  expect(locales.map((locale) => pathIn(locales, locale, '/cart'))).toEqual(['/cart', '/de/cart', '/ar/cart']);
});
