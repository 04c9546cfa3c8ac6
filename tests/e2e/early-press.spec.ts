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
