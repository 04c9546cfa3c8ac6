import type { Page } from '@playwright/test';
import { seedTenants } from '../../backend/local/seed/content/tenants.ts';
import { addToCart, cards, goToPayment, openBySearch, payWith, signIn } from './actions.ts';
import { checkAccessibility } from './check-accessibility.ts';
import { expect, hostUrl, shopOf, test } from './fixtures.ts';

const lumen = shopOf('lumen');
/** Somebody whose shelves no other journey fills. */
const person =
  seedTenants.find(({ profile }) => profile.id === lumen.id)?.users.find(({ roles }) => roles.includes('developer')) ??
  lumen.shopper;
const plan = { title: 'Lumen Pass', typed: 'Lumen Pa' };
const tokens = { title: 'Lumen Tokens', typed: 'Lumen Tok' };
/** Two tokens open it; of a year before this one, so the pass includes it. */
const film = { title: 'Common Room', typed: 'Common Ro' };
/** Not in the cart, and opened by the pass. */
const lent = { title: 'An Island Is a Verb', typed: 'An Island' };

test('a pass and tokens: bought together, spent, renewed, cancelled, ended', async ({
  page,
  browser,
  expectConsole,
}) => {
  await signIn(page, lumen, person);

  await test.step('the pass says how it renews, and goes into one cart with tokens', async () => {
    await openBySearch(page, plan.typed, plan.title);
    await expect(page.getByRole('main').getByText('Renews every month at').first()).toBeVisible();
    await addToCart(page);
    await page.goto(lumen.origin);
    await openBySearch(page, tokens.typed, tokens.title);
    await expect(page.getByText('10 tokens that hold for 12 months.')).toBeVisible();
    await addToCart(page);
  });

  await test.step('a plan of another interval is refused in words', async () => {
    await page.goto(lumen.origin);
    await openBySearch(page, plan.typed, plan.title);
    expectConsole(/409 \(Conflict\).*\/api\/cart/);
    await page.getByRole('radio', { name: /Yearly/ }).check();
    await page.getByRole('button', { name: 'Add to cart' }).first().click();
    await expect(page.getByText(/A cart holds plans of one interval/)).toBeVisible();
  });

  await test.step('checkout and the payment page say what comes after the first payment', async () => {
    await page.goto(`${lumen.origin}/checkout`);
    await page.getByLabel(/^Province/).selectOption('ON');
    // 11.99 and Ontario's 13 %.
    await expect(page.getByText(/Then CA\$13\.55 every month/)).toBeVisible();
    await checkAccessibility(page, 'checkout of a subscription');
    await goToPayment(page, { region: 'ON', postalCode: 'M5V 2T6' });
    await expect(page.getByText(/Then CA\$13\.55 every month until you cancel/)).toBeVisible();
    await payWith(page, cards.ok, 'CA');
    await page.waitForURL(/\/order\/ord_/);
    await expect(page.getByRole('heading', { name: /it’s yours/ })).toBeVisible();
  });

  await test.step('the library shows both', async () => {
    await page.getByRole('link', { name: /See when it renews/ }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Plans and tokens' })).toBeVisible();
    await expect(page.getByText(/Renews on .+ for CA\$13\.55/)).toBeVisible();
    await expect(page.getByText('10 tokens', { exact: true })).toBeVisible();
    await checkAccessibility(page, 'plans and tokens');
  });

  await test.step('tokens open a film for good, the pass another one', async () => {
    await openBySearch(page, film.typed, film.title);
    await page.getByRole('button', { name: 'Unlock for 2 tokens' }).click();
    await expect(page.getByText('8 tokens left')).toBeVisible();
    await page.getByRole('link', { name: 'Open in your library' }).click();
    await expect(page.getByText('Unlocked with tokens')).toBeVisible();
    await expect(page.getByRole('button', { name: /^Download/ })).toBeVisible();
    await openBySearch(page, lent.typed, lent.title);
    await page.getByRole('button', { name: 'Open with Lumen Pass' }).click();
    await page.getByRole('link', { name: 'Open in your library' }).click();
    await expect(page.getByText('Opened by your pass')).toBeVisible();
    expect(await playable(page)).toBe(200);
  });

  const operator = await browser.newPage();
  await test.step('it renews by itself, with a receipt of its own', async () => {
    const before = await renewalDay(page);
    await nextBillingDate(operator);
    await expect.poll(() => renewalDay(page), { timeout: 20_000 }).not.toBe(before);
    await expect.poll(() => invoices(page), { timeout: 20_000 }).toBe(2);
  });

  await test.step('cancelled it stays until its last day, and can be taken back', async () => {
    await page.goto(`${lumen.origin}/library/plans`);
    await page.getByRole('button', { name: 'Cancel Lumen Pass' }).click();
    await expect(page.getByText(/Yours until/).first()).toBeVisible();
    await page.getByRole('button', { name: 'Keep Lumen Pass after all' }).click();
    await expect(page.getByText(/Renews on/)).toBeVisible();
    await page.getByRole('button', { name: 'Cancel Lumen Pass' }).click();
    await expect(page.getByText(/Yours until/).first()).toBeVisible();
    await page.goto(`${lumen.origin}/library`);
    await expect(page.getByRole('link', { name: lent.title })).toBeVisible();
  });

  await test.step('then it ends, and with it what it lent; what tokens bought stays', async () => {
    await nextBillingDate(operator);
    await operator.close();
    await expect(async () => {
      await page.goto(`${lumen.origin}/library/plans`);
      await expect(page.getByText(/Ended on/)).toBeVisible({ timeout: 1000 });
    }).toPass({ timeout: 20_000 });
    await page.goto(`${lumen.origin}/library`);
    await expect(page.getByRole('link', { name: film.title })).toBeVisible();
    await expect(page.getByRole('link', { name: lent.title })).toHaveCount(0);
    await page.goto(`${lumen.origin}/library/plans`);
    await expect(page.getByText('8 tokens', { exact: true })).toBeVisible();
  });
});

/** Presses the operator's button of the latest subscription. */
async function nextBillingDate(operator: Page): Promise<void> {
  await operator.goto(`${hostUrl('pay.localhost')}/operator/subscriptions`);
  await operator
    .getByRole('button', { name: /Go to next billing date/ })
    .first()
    .click();
  await expect(operator.getByRole('status')).toBeVisible();
}

/** As the page itself would ask: the browser alone knows how to reach the shop's host. */
const ask = <T>(page: Page, path: string): Promise<T> =>
  page.evaluate(async (url) => (await (await fetch(url)).json()) as T, path);

async function renewalDay(page: Page): Promise<string | undefined> {
  const { items } = await ask<{ items: { periodEnd: string }[] }>(page, '/api/me/subscriptions');
  return items[0]?.periodEnd;
}

const invoices = async (page: Page): Promise<number> =>
  (await ask<{ items: unknown[] }>(page, '/api/me/invoices')).items.length;

/** What a link to the lent film's file answers with. */
const playable = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const owned = (await (await fetch('/api/me/entitlements')).json()) as {
      items: { id: string; via?: string; assets: { id: string }[] }[];
    };
    const right = owned.items.find(({ via }) => via === 'pass');
    const body = JSON.stringify({ entitlementId: right?.id, assetId: right?.assets[0]?.id });
    const headers = { 'content-type': 'application/json', 'x-tessera-csrf': '1' };
    const link = await fetch('/api/downloads/link', { method: 'POST', headers, body });
    const { url } = (await link.json()) as { url: string };
    return (await fetch(url)).status;
  });
