import type { Page } from '@playwright/test';
import { addToCart, cards, goToPayment, openBySearch, payWith, signIn } from './actions.ts';
import { checkAccessibility as check } from './check-accessibility.ts';
import { expect, hostUrl, shopOf, test } from './fixtures.ts';
import { untilSettled } from './until-settled.ts';

const aria = shopOf('aria');
const lumen = shopOf('lumen');
const work = '/work/wrk_glass-harbour/glass-harbour';

test.use({ contextOptions: { reducedMotion: 'reduce' }, serviceWorkers: 'block' });

interface State {
  state: string;
  path: string;
  /** Brings the page into the state; by default it is there once the heading stands. */
  reach?(page: Page): Promise<void>;
}

async function walk(page: Page, origin: string, states: readonly State[]): Promise<void> {
  for (const { state, path, reach } of states) {
    await page.goto(origin + path);
    await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
    await untilSettled(page);
    await reach?.(page);
    await check(page, state);
  }
}

const openChat = async (page: Page): Promise<void> => {
  await page.locator('#tessera-mfe-ai-support-aside').getByRole('button').first().click();
  await expect(page.getByRole('dialog')).toBeVisible();
};

const catalogAndShell: State[] = [
  { state: 'home', path: '/' },
  { state: 'listing', path: '/browse/album' },
  { state: 'search results', path: '/search?q=glass' },
  { state: 'search without results', path: '/search?q=zzzzzz' },
  { state: 'work', path: work },
  { state: 'artist', path: '/artist/mara-lindqvist' },
];

test('the catalog and the chrome around it', async ({ page }) => {
  await walk(page, aria.origin, catalogAndShell);
});

test('the catalog and the chrome in Arabic, from right to left', async ({ page }) => {
  await walk(
    page,
    aria.origin,
    catalogAndShell.map((one) => ({ ...one, path: one.path === '/' ? '/ar/' : `/ar${one.path}` })),
  );
});

test('a catalog of its own and the other faces', async ({ page }) => {
  await walk(page, lumen.origin, [
    { state: 'home of Lumen', path: '/' },
    { state: 'subscription', path: '/work/wrk_lumen-pass/lumen-pass' },
    { state: 'work with other ways to it', path: '/work/wrk_common-room/common-room' },
  ]);
  await walk(page, shopOf('folio').origin, [{ state: 'home of Folio', path: '/' }]);
});

test('help, chat, search suggestions, menus and what is missing', async ({ page, expectConsole }) => {
  expectConsole(/404/);
  await walk(page, aria.origin, [
    { state: 'help', path: '/help' },
    {
      state: 'article',
      path: '/help',
      async reach(page) {
        await page.getByRole('main').getByRole('link').first().click();
        await page.waitForURL(/\/help\/.+/);
      },
    },
    { state: 'chat, just opened', path: '/help', reach: openChat },
    {
      state: 'chat with an answer',
      path: '/help',
      async reach(page) {
        await openChat(page);
        await page.getByRole('dialog').getByRole('textbox').fill('How do I get a refund?');
        await page.keyboard.press('Enter');
        await expect(page.getByRole('dialog').getByRole('link').first()).toBeVisible();
      },
    },
    {
      state: 'search suggestions',
      path: '/help',
      async reach(page) {
        await page.getByRole('combobox', { name: 'Search the shop' }).fill('gla');
        await expect(page.getByRole('option').first()).toBeVisible();
      },
    },
    {
      state: 'language and currency',
      path: '/help',
      async reach(page) {
        await page.getByRole('button', { name: 'Language and currency' }).click();
        await expect(page.getByRole('dialog')).toBeVisible();
      },
    },
    { state: 'a work that is missing', path: '/work/wrk_missing/nothing' },
    { state: 'an address nobody answers', path: '/nothing/here' },
  ]);
});

test('cart and library of a visitor nobody knows', async ({ page }) => {
  await walk(page, aria.origin, [
    { state: 'cart, empty', path: '/cart' },
    {
      state: 'cart drawer, empty',
      path: '/help',
      async reach(page) {
        await page.getByRole('button', { name: /^Cart/ }).click();
        await expect(page.getByRole('dialog')).toBeVisible();
      },
    },
    { state: 'library, signed out', path: '/library' },
    { state: 'checkout, signed out', path: '/checkout' },
  ]);
});

test('a failure card in a remote’s place', async ({ page, expectConsole }) => {
  expectConsole(/Failed to load resource|integrity/);
  await page.route(/\/mfe-library\/[^/]+\/remoteEntry\.js/, (route) => route.fulfill({ status: 404, body: '' }));
  await page.goto(`${aria.origin}/library`);
  await expect(page.locator('[data-failure]')).toBeVisible();
  await check(page, 'failure card');
});

test('sign-in pages', async ({ page, expectConsole }) => {
  expectConsole(/401/);
  await page.goto(`${aria.origin}/api/session/sign-in`);
  await check(page, 'sign in');
  await page
    .getByLabel(/e-?mail/i)
    .first()
    .fill('nobody@example.com');
  await page
    .getByLabel(/^password/i)
    .first()
    .fill('wrong password');
  await page
    .getByRole('button', { name: /^sign in/i })
    .first()
    .click();
  await expect(page.getByRole('alert')).toBeVisible();
  await check(page, 'sign in, refused');
  await page.getByRole('link', { name: /forgot/i }).click();
  await check(page, 'forgotten password');
  await page.goto(`${aria.origin}/api/session/sign-in?screen=sign-up`);
  await check(page, 'sign up');
});

test('the purchase: cart, checkout, payment page, confirmation, library, invoices', async ({ page }) => {
  test.setTimeout(120_000);
  await page.goto(lumen.origin);
  await openBySearch(page, 'Northbou', 'Northbound');
  await addToCart(page);
  await check(page, 'work, in the cart');
  await page.goto(`${lumen.origin}/cart`);
  await expect(page.getByRole('heading', { level: 1, name: 'Your cart' })).toBeVisible();
  await check(page, 'cart, filled');
  await signIn(page, lumen, lumen.shopper, '/library');
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
  await check(page, 'library, signed in');
  await page.goto(`${lumen.origin}/checkout`);
  await page.getByRole('button', { name: 'Continue to payment' }).click();
  await check(page, 'checkout, incomplete');
  await goToPayment(page, { region: 'QC', postalCode: 'H2Y 1C6' });
  await check(page, 'payment page');
  await payWith(page, cards.declined, 'CA');
  await expect(page.getByRole('alert')).toBeVisible();
  await check(page, 'payment page, declined');
  await payWith(page, cards.ok, 'CA');
  await page.waitForURL(/\/order\/ord_/);
  await expect(page.getByRole('heading', { name: /it’s yours/ })).toBeVisible();
  await check(page, 'confirmation');
  await page.goto(`${lumen.origin}/library`);
  await page
    .getByRole('link', { name: /Northbound/ })
    .first()
    .click();
  await expect(page.getByRole('button', { name: /^Download/ }).first()).toBeVisible();
  await check(page, 'library item');
  await page.goto(`${lumen.origin}/library/invoices`);
  await expect(page.getByRole('table')).toBeVisible();
  await check(page, 'invoices');
});

test('the console', async ({ page }) => {
  await signIn(page, aria, aria.admin, '/admin');
  for (const path of [
    '',
    '/orders',
    '/discounts',
    '/books',
    '/catalog',
    '/catalog/import',
    '/domains',
    '/people',
    '/releases',
  ]) {
    await page.goto(`${aria.origin}/admin${path}`);
    await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
    await expect(page.locator('[aria-busy=true], .document-skeleton')).toHaveCount(0);
    await check(page, `console${path}`);
  }
});

test('pages of the platform', async ({ page }) => {
  for (const [host, path] of [
    ['mail.localhost', '/'],
    ['ops.localhost', '/'],
    ['ops.localhost', '/traces'],
    ['pay.localhost', '/'],
  ] as const) {
    await page.goto(hostUrl(host) + path);
    await check(page, host + path);
  }
});
