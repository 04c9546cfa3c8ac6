import type { Page } from '@playwright/test';
import { hasAccess, noAccess } from '../setup/access.ts';
import { publishTo } from '../setup/publish.ts';
import { shellOfVersion } from '../setup/shell-of-version.ts';
import { addToCart, signIn } from './actions.ts';
import { expect, shopOf, test } from './fixtures.ts';
import { newCustomer } from './new-customer.ts';
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

/** The page and what it is made of are on the device. */
const untilKept = (page: Page) =>
  page.waitForFunction(async () => (await caches.match(location.href)) !== undefined, undefined, { timeout: 20_000 });

/** Keys of the changes that the page sends from now on, with what became of each. */
function watchChanges(page: Page): { key: string; status: number | undefined }[] {
  const sent: { key: string; status: number | undefined }[] = [];
  page.on('requestfinished', async (request) => {
    if (request.method() !== 'POST' || !request.url().includes('/api/cart')) return;
    const response = await request.response();
    sent.push({ key: request.headers()['idempotency-key'] ?? '', status: response?.status() });
  });
  return sent;
}

const waits = (page: Page) => page.getByText(/changes? to your cart (is|are) waiting to be sent/);

test('a link inside an open page leads to what was seen, and says what was not', async ({
  page,
  context,
  expectConsole,
}) => {
  expectConsole(/ERR_INTERNET_DISCONNECTED|ERR_FAILED|Failed to load resource/);
  await untilRendered('aria', '/');
  await untilRendered('aria', work);
  await page.goto(aria.origin + work);
  await untilControlled(page);
  await untilKept(page);
  await page.goto(aria.origin);
  await untilKept(page);
  await page.evaluate(() => void document.documentElement.setAttribute('data-same', ''));

  await context.setOffline(true);
  await page.getByRole('main').getByRole('link', { name: 'Glass Harbour' }).first().click();
  await expect(heading(page, 'Glass Harbour')).toBeVisible();
  await page.getByRole('main').getByRole('link', { name: 'Mara Lindqvist' }).first().click();
  await expect(heading(page, 'You are offline')).toBeVisible();
  await expect(page.getByRole('main').getByRole('link', { name: /first page|home/i })).toBeVisible();
  await page.getByRole('contentinfo').getByRole('link', { name: 'Help', exact: true }).click();
  await expect(heading(page, 'You are offline')).toBeVisible();
  await page.goBack();
  await expect(heading(page, 'You are offline')).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.hasAttribute('data-same'))).toBe(true);

  await context.setOffline(false);
  await expect(heading(page, 'Mara Lindqvist')).toBeVisible();
  await test.step('a page that a link led to opens by its address, too', async () => {
    await context.setOffline(true);
    await page.reload();
    await expect(heading(page, 'Mara Lindqvist')).toBeVisible();
    await context.setOffline(false);
  });
});

test('what is put in the cart without a network waits for it, outlives the page, and is sent once', async ({
  page,
  context,
  expectConsole,
}) => {
  expectConsole(/ERR_INTERNET_DISCONNECTED|ERR_FAILED|Failed to load resource/);
  await untilRendered('aria', work);
  await page.goto(aria.origin + work);
  await untilControlled(page);
  await untilKept(page);
  const sent = watchChanges(page);
  await context.setOffline(true);
  await page.getByRole('button', { name: 'Add to cart' }).first().click();
  await expect(page.getByText(/Glass Harbour goes into your cart as soon as you are connected/)).toBeVisible();
  await expect(waits(page)).toHaveText('1 change to your cart is waiting to be sent.');
  await page.reload();
  await expect(heading(page, 'Glass Harbour')).toBeVisible();
  await expect(waits(page)).toBeVisible();
  expect(sent).toEqual([]);

  await context.setOffline(false);
  await expect(page.getByText('Your cart is up to date: what waited has been sent.')).toBeVisible();
  await expect(waits(page)).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Cart, 1 item' })).toBeVisible();
  await page.goto(`${aria.origin}/cart`);
  await expect(page.getByRole('main').getByRole('link', { name: 'Glass Harbour' }).first()).toBeVisible();
  expect(sent.map(({ status }) => status)).toEqual([200]);
});

test('what one person did without a network is sent for nobody else', async ({ page, context, expectConsole }) => {
  expectConsole(/ERR_INTERNET_DISCONNECTED|ERR_FAILED|Failed to load resource/);
  await untilRendered('aria', work);
  const person = await newCustomer(context, aria);
  await page.goto(aria.origin + work);
  await untilControlled(page);
  await untilKept(page);
  const sent = watchChanges(page);
  await context.setOffline(true);
  await page.getByRole('button', { name: 'Add to cart' }).first().click();
  await expect(waits(page)).toBeVisible();
  await context.clearCookies();
  await context.setOffline(false);
  await expect(waits(page)).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole('button', { name: 'Cart, empty' })).toBeVisible();
  expect(sent).toEqual([]);

  await signIn(page, aria, person, work);
  await expect(page.getByText('Your cart is up to date: what waited has been sent.')).toBeVisible();
  await expect.poll(() => sent.map(({ status }) => status)).toEqual([200]);
});

test('nothing of one person is kept for the next: private documents stay out of the caches', async ({ page }) => {
  await untilRendered('aria', work);
  await page.goto(aria.origin);
  await untilControlled(page);
  for (const one of ['/cart', '/checkout', '/library']) await page.goto(aria.origin + one);
  await page.goto(aria.origin + work);
  await untilKept(page);
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
