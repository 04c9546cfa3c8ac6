import type { BootRemote } from '@tessera/contracts/boot.ts';
import { expect, test } from 'vitest';
import { navLinksOf } from './nav-links.ts';

type Boot = Parameters<typeof navLinksOf>[0];
const route = (path: string, nav?: BootRemote['routes'][number]['nav']): BootRemote['routes'][number] => ({
  ...{ id: path, path, data: [], access: 'public' },
  ...(nav ? { nav } : {}),
});
const bootOf = (locale: string, routes: BootRemote['routes']) =>
  ({
    locale,
    tenant: { locales: ['de', 'en'] },
    releaseSet: { id: 'set_1', remotes: { 'mfe-stores': { routes } } },
  }) as unknown as Boot;

test.each([
  ['en', 'Stores'],
  ['de', 'Filialen'],
  ['ar', 'Filialen'],
])('in %s it is “%s”', (locale, text) => {
  const routes = [route('/stores', { en: 'Stores', de: 'Filialen' }), route('/stores/:id')];
  expect(navLinksOf(bootOf(locale, routes))).toEqual([{ path: '/stores', text }]);
});

test('without a word of the shop’s languages there is no link', () => {
  expect(navLinksOf(bootOf('de', [route('/stores', { ar: 'متاجر' })]))).toEqual([]);
});
