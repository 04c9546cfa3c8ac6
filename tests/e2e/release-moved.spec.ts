import { DiscoveryDocument } from '@tessera/contracts/discovery.ts';
import type { Page } from '@playwright/test';
import { hasAccess, noAccess } from '../setup/access.ts';
import { publishTo } from '../setup/publish.ts';
import { shellOfVersion } from '../setup/shell-of-version.ts';
import { ask } from './ask.ts';
import { expect, shopOf, test } from './fixtures.ts';
import { untilRendered } from './until-rendered.ts';

const folio = shopOf('folio');

// What is told here comes over the network; a worker’s part in a newer release is told in the journeys without one.
test.use({ serviceWorkers: 'block' });

const releaseSetOf = (page: Page) =>
  page.evaluate(() => {
    const boot = JSON.parse(document.getElementById('tessera-boot')?.textContent ?? '{}') as {
      releaseSet: { id: string };
    };
    return boot.releaseSet.id;
  });
const mark = (page: Page) => page.evaluate(() => void document.documentElement.setAttribute('data-same', ''));
const isMarked = (page: Page) => page.evaluate(() => document.documentElement.hasAttribute('data-same'));
const firstWork = (page: Page) => page.getByRole('main').locator('a[href^="/work/"]').first();

test('every answer of the API tells the release set of its shop, whatever the request says', async () => {
  const discovery = await ask('folio.localhost', '/.well-known/micro-frontends.json');
  const { microFrontends } = DiscoveryDocument.parse(discovery.json());
  const live = microFrontends['mfe-catalog']?.[0]?.extras.tessera.releaseSetId;
  const told = async (path: string, options: Parameters<typeof ask>[2] = {}) => {
    const answer = await ask('folio.localhost', path, {
      ...options,
      headers: { 'x-tessera-release': 'set_other', ...options.headers },
    });
    return [answer.status, answer.headers['x-tessera-release']];
  };
  expect(await told('/api/public/catalog/home')).toEqual([200, live]);
  expect(await told('/api/public/catalog/home')).toEqual([200, live]);
  expect(await told('/api/cart')).toEqual([200, live]);
  expect(await told('/api/public/catalog/items/wrk_missing')).toEqual([404, live]);
  expect(await told('/api/me/entitlements')).toEqual([401, live]);
  expect(await told('/api/cart', { body: '{', headers: { 'x-tessera-csrf': '1' } })).toEqual([400, live]);
});

for (const [where, follow] of [
  ['in the same remote', (page: Page) => firstWork(page).click()],
  [
    'of another remote, once any answer has told',
    async (page: Page) => {
      await page.getByRole('combobox', { name: /search/i }).fill('the');
      await expect(page.getByRole('option').first()).toBeVisible();
      await page.keyboard.press('Escape');
      await page.getByRole('contentinfo').getByRole('link', { name: 'Help', exact: true }).click();
    },
  ],
] as const)
  test(`an open page goes on to the document of a newer release with a link ${where}`, async ({ page }) => {
    test.skip(!hasAccess(), noAccess);
    await untilRendered('folio', '/');
    await page.goto(folio.origin);
    await expect(firstWork(page)).toBeVisible();
    await expect(page.getByRole('button', { name: 'Cart, empty' })).toBeVisible();
    const before = await releaseSetOf(page);
    await mark(page);
    const { setId, undo } = await publishTo('folio', [await shellOfVersion(`9.0.0-moved${Date.now()}`)]);
    try {
      expect(await isMarked(page)).toBe(true);
      await follow(page);
      await page.waitForFunction(() => !document.documentElement.hasAttribute('data-same'));
      await expect(page).not.toHaveURL(`${folio.origin}/`);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      expect(await releaseSetOf(page)).toBe(setId);
      expect(setId).not.toBe(before);
    } finally {
      await undo();
    }
  });
