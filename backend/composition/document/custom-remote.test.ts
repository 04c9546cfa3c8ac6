import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../testing/app.ts';
import { composeForTest } from '../testing/compose.ts';
import { distOf, route, shopDists } from '../testing/dist.ts';
import { aLiveSet } from '../testing/live-set.ts';
import { createWorld, type World } from '../testing/world.ts';

const cdn = 'http://cdn.aria.localhost:8080';
const stores = () =>
  distOf({
    name: 'mfe-stores',
    files: {
      'entry.js': 'export const stores = 1',
      'chunks/a.js': 'export const parts = 1',
      'chunks/map.js': 'export const map = 1',
      'style.css': '.stores{}',
    },
    routes: [
      route('list', '/stores', { nav: { en: 'Stores', de: 'Filialen' } }),
      route('store', '/stores/:id', { preload: ['chunks/map.js'] }),
    ],
  });
const five = aLiveSet();
const six = aLiveSet([...shopDists(), stores()]);

test('a sixth remote is composed by its own routes', async () => {
  const { page, boot } = await composeForTest('/stores/hamburg', { live: six });
  expect(boot.page).toMatchObject({ remote: 'mfe-stores', routeId: 'store', status: 200 });
  expect(boot.releaseSet.remotes['mfe-stores']?.routes[0]).toMatchObject({ nav: { en: 'Stores', de: 'Filialen' } });
  const shown = page.find('div', ({ parent, attrs }) => parent === 'main' && !('hidden' in attrs));
  expect(shown.map(({ attrs }) => attrs['id'])).toEqual(['tessera-mfe-stores']);
  const preloaded = page
    .find('link', ({ attrs }) => attrs['rel'] === 'modulepreload')
    .map(({ attrs }) => attrs['href']);
  for (const file of ['entry.js', 'chunks/a.js', 'chunks/map.js'])
    expect(preloaded).toContain(`${cdn}/mfe-stores/1.0.0/${file}`);
});

test.each(['/', '/work/wrk_1', '/cart', '/help/refunds', '/nowhere'])(
  'it costs %s no request: only lines of the document',
  async (path) => {
    const asked = async (live: typeof six) => {
      const { page } = await composeForTest(path, { live });
      return page.all
        .filter(({ name, attrs }) => name === 'link' || attrs['src'] !== undefined)
        .map(({ name, attrs }) => `${name} ${attrs['rel'] ?? ''} ${attrs['href'] ?? attrs['src'] ?? ''}`);
    };
    expect(await asked(six)).toEqual(await asked(five));
    const { importMap } = await composeForTest(path, { live: six });
    expect(importMap.integrity).toHaveProperty([`${cdn}/mfe-stores/1.0.0/entry.js`]);
  },
);

test('the console knows nothing of it', async () => {
  const { boot, importMap } = await composeForTest('/admin', { live: six });
  expect(Object.keys(boot.releaseSet.remotes)).toEqual(['mfe-admin']);
  expect(Object.keys(importMap.integrity).filter((url) => url.includes('mfe-stores'))).toEqual([]);
});

let world: World;
let shop: TestApp;
beforeAll(async () => {
  world = await createWorld();
  await world.goLive([...shopDists(), stores()]);
  shop = createTestApp(world);
});
afterAll(() => world.stop());

test('it is its shop’s alone', async () => {
  const { table, s3, keys } = world;
  const folio = await createWorld({ tenantId: 'folio', table, s3, keys });
  await folio.goLive();
  const own = await shop.get('/stores');
  expect(own.status).toBe(200);
  expect(await own.text()).toContain('tessera-mfe-stores');
  for (const path of ['/', '/stores']) {
    const others = await shop.get(path, shop.proofFor('folio'));
    expect(others.status).toBe(path === '/' ? 200 : 404);
    expect(await others.text()).not.toContain('mfe-stores');
  }
});
