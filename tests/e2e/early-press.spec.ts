import { expect, shopOf, test } from './fixtures.ts';
import { untilRendered } from './until-rendered.ts';

const aria = shopOf('aria');
const work = '/work/wrk_glass-harbour/glass-harbour';

test('a button that is pressed before its scripts are there does its work once they are, once', async ({ page }) => {
  await untilRendered('aria', work);
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route(/\/mfe-catalog\/.+\.js$/, async (route) => {
    await held;
    await route.continue();
  });
  const changes: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().includes('/api/cart')) changes.push(request.url());
  });
  await page.goto(aria.origin + work, { waitUntil: 'commit' });
  const button = page.getByRole('button', { name: 'Add to cart' }).first();
  await button.click();
  await button.click();
  expect(changes).toEqual([]);
  release();
  await expect(page.getByRole('button', { name: /in your cart/i })).toBeVisible();
  await expect(page.getByRole('button', { name: /^Cart, 1/ })).toBeVisible();
  expect(changes).toHaveLength(1);
});

test('a press that comes while its part is brought to life reaches it once', async ({ page }) => {
  await untilRendered('aria', work);
  const heard: string[] = [];
  await page.exposeFunction('hear', (words: string) => heard.push(words));
  await page.addInitScript(() => {
    const { hear } = globalThis as unknown as { hear(words: string): void };
    const { addEventListener } = EventTarget.prototype;
    let isPressed = false;
    addEventListener.call(window, 'click', ({ target }) =>
      hear(target instanceof Node ? (target.textContent ?? '') : ''),
    );
    // React listens as soon as it begins, and renders in later tasks.
    EventTarget.prototype.addEventListener = function (
      this: EventTarget,
      ...args: Parameters<typeof addEventListener>
    ) {
      addEventListener.apply(this, args);
      if (isPressed || args[0] !== 'click' || !(this instanceof Element) || this.id !== 'tessera-mfe-catalog') return;
      isPressed = true;
      queueMicrotask(() =>
        this.querySelector('#buy button')?.dispatchEvent(new MouseEvent('click', { bubbles: true })),
      );
    };
  });
  await page.goto(aria.origin + work);
  await expect(page.getByRole('button', { name: /in your cart/i })).toBeVisible();
  expect(heard).toEqual(['Add to cart']);
});

test('a page that is left before the shop has answered loses nothing', async ({ page, expectConsole }) => {
  expectConsole(/Failed to load resource|ERR_FAILED|ERR_ABORTED/);
  await untilRendered('aria', work);
  const keys: string[] = [];
  // The first attempt never reaches the shop, as one whose network is gone in that moment.
  await page.route('**/api/cart?*', async (route) => {
    if (route.request().method() !== 'POST') return route.continue();
    keys.push((await route.request().allHeaders())['idempotency-key'] ?? '');
    return keys.length === 1 ? undefined : route.continue();
  });
  await page.goto(aria.origin + work);
  await page.getByRole('button', { name: 'Add to cart' }).first().click();
  await expect.poll(() => keys).toHaveLength(1);
  await page.goto(`${aria.origin}/cart`);
  await expect(page.getByRole('link', { name: 'Glass Harbour' }).first()).toBeVisible();
  await expect(page.getByRole('button', { name: /^Cart, 1/ })).toBeVisible();
  expect(new Set(keys).size).toBe(1);
  await page.reload();
  await expect(page.getByRole('link', { name: 'Glass Harbour' }).first()).toBeVisible();
  expect(keys).toHaveLength(2);
});
