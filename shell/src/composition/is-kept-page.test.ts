import { expect, it } from 'vitest';
import { bootBase } from '../../smoke/sample-boot.ts';
import { isKeptPage } from './is-kept-page.ts';

const remote = {
  name: 'mfe-catalog' as const,
  version: '1.0.0',
  releaseId: 'rel_1',
  slot: 'main' as const,
  slice: 'catalog',
  entry: 'https://cdn.test/remoteEntry.js',
  css: [],
  routes: [
    { id: 'work', path: '/work/:id', access: 'public' as const, data: ['/api/public/catalog/items/{id}'] },
    { id: 'cart', path: '/cart', access: 'public' as const, data: [] },
  ],
};

const base = bootBase([], 'https://cdn.test', 'en');
const boot = {
  ...base,
  releaseSet: { ...base.releaseSet, remotes: { 'mfe-catalog': remote } },
  page: { url: '/offline', status: 200, rendered: false, data: {} },
} as unknown as Parameters<typeof isKeptPage>[0];

const at = (pathname: string) => ({ pathname, search: '' });
const holding = (...known: string[]) => ({
  match: (url: RequestInfo | URL) =>
    Promise.resolve(known.some((part) => String(url).startsWith(part)) ? new Response('{}') : undefined),
});
const item = '/api/public/catalog/items/wrk_1?';

it.each([
  ['a page whose data is here', '/work/wrk_1', holding(item), true],
  ['a page whose data is not', '/work/wrk_2', holding(item), false],
  ['a page without data of its own', '/cart', holding(item), false],
  ['an address of no page', '/nothing', holding(item), false],
  ['a browser that keeps nothing', '/work/wrk_1', undefined, false],
])('%s', async (_what, path, caches, expected) => {
  expect(await isKeptPage(boot, at(path), caches)).toBe(expected);
});

it('leaves a document alone that was made for its address', async () => {
  const own = { ...boot, page: { ...boot.page, url: '/work/wrk_1', status: 404 } };
  expect(await isKeptPage(own, at('/work/wrk_1'), holding(item))).toBe(false);
});
