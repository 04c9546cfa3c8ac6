import type { Page } from '@playwright/test';
import { hasAccess, noAccess } from '../setup/access.ts';
import { publishTo } from '../setup/publish.ts';
import { shellOfVersion } from '../setup/shell-of-version.ts';
import { addToCart } from './actions.ts';
import { expect, shopOf, test } from './fixtures.ts';
import { untilRendered } from './until-rendered.ts';

const aria = shopOf('aria');
const folio = shopOf('folio');
const work = '/work/wrk_glass-harbour/glass-harbour';
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name });

/** The worker is installed when the page is idle, and takes the page over. */
const untilControlled = (page: Page) =>
  page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated', undefined, { timeout: 20_000 });

test('without a network the shop shows what was seen, says what it cannot, and goes on afterwards', async ({
  page,
  context,
  expectConsole,
}) => {
  expectConsole(/ERR_INTERNET_DISCONNECTED|ERR_FAILED|Failed to load resource/);
  // Only rendered pages are public, and so kept on the device.
  await untilRendered('aria', '/');
  await untilRendered('aria', work);
  await page.goto(aria.origin);
  await untilControlled(page);
  await page.goto(`${aria.origin}/library`);
  await expect(heading(page, /Sign in/)).toBeVisible();
  await page.goto(aria.origin + work);
  await addToCart(page);
  await page.goto(`${aria.origin}/cart`);
  await expect(heading(page, 'Your cart')).toBeVisible();
  await page.goto(aria.origin);

  await context.setOffline(true);
  await test.step('pages that were seen', async () => {
    const home = await page.goto(aria.origin);
    expect(home?.fromServiceWorker()).toBe(true);
    await expect(heading(page, 'A harbour made of glass')).toBeVisible();
    await page.goto(aria.origin + work);
    await expect(heading(page, 'Glass Harbour')).toBeVisible();
    await expect(page.getByText(/You are offline\. Pages you have seen still open/)).toBeVisible();
    await page.getByRole('button', { name: 'Add to cart' }).first().click();
    await expect(page.getByText('You are offline. Nothing was added to your cart.').first()).toBeVisible();
  });
  await test.step('a page that was not', async () => {
    await page.goto(`${aria.origin}/artist/mara-lindqvist`);
    await expect(heading(page, 'You are offline')).toBeVisible();
    await expect(page.getByRole('banner').getByRole('link', { name: 'Aria Records' })).toBeVisible();
  });
  await test.step('library and cart, which are nobody else’s', async () => {
    await page.getByRole('contentinfo').getByRole('link', { name: 'Library' }).click();
    await expect(heading(page, 'You are offline')).toBeVisible();
    await expect(page.getByText(/Files you have downloaded still open/)).toBeVisible();
    await page.getByRole('button', { name: /^Cart/ }).click();
    await expect(page.getByRole('dialog').getByText('Nothing in it is lost.')).toBeVisible();
    await page.keyboard.press('Escape');
    await page.goto(`${aria.origin}/cart`);
    await expect(heading(page, 'You are offline')).toBeVisible();
  });

  await context.setOffline(false);
  await page.goto(`${aria.origin}/cart`);
  await expect(page.getByRole('main').getByRole('link', { name: 'Glass Harbour' }).first()).toBeVisible();
});

test('nothing of one person is kept for the next: private documents stay out of the caches', async ({ page }) => {
  await page.goto(aria.origin);
  await untilControlled(page);
  for (const one of ['/cart', '/checkout', '/library']) await page.goto(aria.origin + one);
  await page.goto(aria.origin + work);
  const kept = await page.evaluate(async () => {
    const names = await caches.keys();
    const urls = await Promise.all(
      names.map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url)),
    );
    return urls
      .flat()
      .map((url) => new URL(url))
      .filter(({ origin }) => origin === location.origin)
      .map(({ pathname }) => pathname);
  });
  expect(kept).toContain(work);
  expect(kept).toContain('/offline');
  expect(kept.filter((one) => /^\/(cart|checkout|library|api\/(?!public))/.test(one))).toEqual([]);
});

test('a newer release is offered and not forced', async ({ page }) => {
  test.skip(!hasAccess(), noAccess);
  const version = () =>
    page.evaluate(() => {
      const boot = JSON.parse(document.getElementById('tessera-boot')?.textContent ?? '{}') as {
        shell: { version: string };
      };
      return boot.shell.version;
    });
  await page.goto(folio.origin);
  await untilControlled(page);
  const before = await version();
  const next = `${before}-next${Date.now()}`;
  const { undo } = await publishTo('folio', [await shellOfVersion(next)]);
  try {
    await page.evaluate(() => void document.documentElement.setAttribute('data-same', ''));
    await page.evaluate(async () => {
      await (await navigator.serviceWorker.getRegistration())?.update();
    });
    await expect(page.getByText('A newer version of the shop is ready.')).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.hasAttribute('data-same'))).toBe(true);
    expect(await version()).toBe(before);
    await page.getByRole('button', { name: 'Update now' }).click();
    await page.waitForFunction(() => !document.documentElement.hasAttribute('data-same'));
    await expect(heading(page, /./)).toBeVisible();
    expect(await version()).toBe(next);
    await expect(page.getByText('A newer version of the shop is ready.')).toHaveCount(0);
  } finally {
    await undo();
  }
});
