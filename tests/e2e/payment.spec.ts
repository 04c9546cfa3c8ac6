import type { Page } from '@playwright/test';
import { cards, goToPayment, payWith } from './actions.ts';
import { expect, shopOf, test } from './fixtures.ts';
import { newCustomer } from './new-customer.ts';
import {
  cartOf,
  entitlementsOf,
  eventIds,
  invoicesOf,
  putInCart,
  replayWebhooks,
  settled,
  untilDelivered,
} from './purse.ts';

const aria = shopOf('aria');
const lumen = shopOf('lumen');
const album = 'prd_glass-harbour-mp3';
const tote = 'prd_aria-tote-natural';
const washington = { region: 'WA', postalCode: '98101' };
const work = (title: string) => `wrk_${title}`;

const thanks = (page: Page) => page.getByRole('heading', { name: /it’s yours/ });
const payButton = (page: Page) => page.getByRole('button', { name: /^Pay / });
const cardField = (page: Page) => page.getByLabel('Card number');

async function expectDeclined(page: Page, words: string): Promise<void> {
  await expect(page.getByRole('alert')).toContainText(words);
  await expect(page.getByRole('alert')).toContainText('Nothing was charged.');
  await expect(cardField(page)).toHaveAccessibleDescription(words);
  await expect(cardField(page)).toBeFocused();
  await expect(cardField(page)).toHaveValue('');
}

test('a declined card and one without funds say so, and leave the cart as it was; the third one pays', async ({
  page,
  context,
}) => {
  const sam = await newCustomer(context, aria);
  await putInCart(sam, album);
  await putInCart(sam, tote, 2);
  const before = await cartOf(sam);
  await page.goto(`${aria.origin}/checkout`);
  await page.getByLabel('Street and number').fill('1201 2nd Avenue');
  await page.getByLabel('Town or city').fill('Seattle');
  await goToPayment(page, washington);
  await payWith(page, cards.declined);
  await expectDeclined(page, 'Your card was declined.');
  await payWith(page, cards.noFunds);
  await expectDeclined(page, 'Your card has insufficient funds.');

  await page.getByRole('link', { name: 'Back to aria.localhost' }).click();
  await expect(page.getByText('You haven’t paid')).toBeVisible();
  expect(await cartOf(sam)).toEqual(before);
  expect([await entitlementsOf(sam), await invoicesOf(sam)]).toEqual([[], []]);
  await page.getByRole('link', { name: 'Back to cart' }).first().click();
  await expect(page.getByRole('main').getByRole('link', { name: 'Glass Harbour' }).first()).toBeVisible();
  await expect(page.getByRole('group', { name: 'Quantity of Aria Tote' }).getByRole('status')).toHaveText('2');

  await page.getByRole('link', { name: 'Go to checkout' }).click();
  await expect(page.getByLabel('Street and number')).toHaveValue('1201 2nd Avenue');
  await page.getByRole('button', { name: 'Continue to payment' }).click();
  await payWith(page, cards.ok);
  await expect(thanks(page)).toBeVisible();
  expect(await settled(sam, 2)).toMatchObject({ works: [work('aria-tote'), work('glass-harbour')] });
  expect(await cartOf(sam)).toMatchObject({ lines: [], itemCount: 0 });
});

test('3-D Secure: the bank says no, and nothing is charged; it says yes, and the order is paid', async ({
  page,
  context,
}) => {
  const noa = await newCustomer(context, lumen, 'Noa');
  await putInCart(noa, 'prd_northbound-own');
  await page.goto(`${lumen.origin}/checkout`);
  await goToPayment(page, { region: 'QC', postalCode: 'H2Y 1C6' });
  await payWith(page, cards.challenge);
  await expect(page.getByRole('heading', { name: 'Confirm this payment' })).toBeVisible();
  await expect(page.getByText('•••• 3220')).toBeVisible();
  await page.getByRole('button', { name: 'Fail authentication' }).click();
  await expect(page.getByRole('alert')).toContainText('Your bank could not confirm it was you.');
  await expect(page.getByRole('alert')).toContainText('Nothing was charged.');
  expect([await entitlementsOf(noa), await invoicesOf(noa)]).toEqual([[], []]);

  await payWith(page, cards.challenge);
  await page.getByRole('button', { name: 'Complete authentication' }).click();
  await expect(thanks(page)).toBeVisible();
  expect((await settled(noa, 1)).orders).toHaveLength(1);
});

test('leaving and coming back: cancel, reload and the back button keep what was typed, and it is one order', async ({
  page,
  context,
}) => {
  const ida = await newCustomer(context, aria, 'Ida');
  await putInCart(ida, album);
  await page.goto(`${aria.origin}/checkout`);
  await goToPayment(page, washington);
  const paymentPage = page.url();

  await test.step('the browser’s own way back', async () => {
    await page.goBack();
    await expect(page.getByLabel('Full name')).toHaveValue('Sam Rivera');
    await page.reload();
    await expect(page.getByLabel('ZIP code')).toHaveValue('98101');
    await page.getByRole('button', { name: 'Continue to payment' }).click();
    await page.waitForURL(paymentPage);
  });
  await test.step('a reload of the payment page', async () => {
    await page.reload();
    await expect(cardField(page)).toBeVisible();
  });
  await test.step('the way back that the page offers', async () => {
    await page.getByRole('link', { name: 'Back to aria.localhost' }).click();
    await expect(page.getByText('You haven’t paid')).toBeVisible();
    await page.getByRole('button', { name: 'Continue to payment' }).click();
    await page.waitForURL(/\/c\/pay\//);
  });
  await payWith(page, cards.ok);
  await expect(thanks(page)).toBeVisible();
  const { orders } = await settled(ida, 1);
  expect(orders).toHaveLength(1);

  await test.step('back to a page that is paid', async () => {
    await page.goto(paymentPage);
    await expect(page.getByRole('heading', { name: 'This order is paid' })).toBeVisible();
    await page.getByRole('link', { name: 'Continue to your order' }).click();
    await page.waitForURL(`${aria.origin}/order/${orders[0]}`);
    await page.goto(`${aria.origin}/checkout`);
    await expect(page.getByText('Your cart is empty')).toBeVisible();
  });
});

test('double clicks, two tabs and replayed webhooks come to one order and one entitlement', async ({
  page,
  context,
}) => {
  const edda = await newCustomer(context, aria, 'Edda');
  await putInCart(edda, album);
  const [since = ''] = await eventIds();
  const other = await context.newPage();
  for (const tab of [page, other]) {
    await tab.goto(`${aria.origin}/checkout`);
    await tab.getByLabel('Full name').fill('Edda Larsen');
    await tab.getByLabel(/^State/).selectOption(washington.region);
    await tab.getByLabel('ZIP code').fill(washington.postalCode);
    await tab.getByRole('checkbox', { name: /licen[cs]e/ }).check();
  }
  const pay = (tab: Page) => tab.getByRole('button', { name: 'Continue to payment' });
  await Promise.all([pay(page).dblclick(), pay(other).dblclick()]);
  await Promise.all([page, other].map((tab) => tab.waitForURL(/\/c\/pay\//)));
  expect(other.url()).toBe(page.url());

  for (const tab of [page, other]) await fillCard(tab);
  await Promise.all([payButton(page).dblclick(), payButton(other).click()]);
  await Promise.all([page, other].map((tab) => tab.waitForURL(/\/order\/ord_/)));
  expect(other.url()).toBe(page.url());
  await expect(thanks(page)).toBeVisible();
  const once = await settled(edda, 1);
  expect(once.orders).toHaveLength(1);

  expect(await replayWebhooks(since)).toBeGreaterThan(2);
  await untilDelivered();
  // What is delivered goes through a queue, where a second order or right would be made.
  await page.waitForTimeout(1_500);
  expect(await settled(edda, 1)).toEqual(once);
  const order = await edda.read<{ state: string; timeline: { what: string }[] }>(
    `/api/checkout/orders/${once.orders[0]}`,
  );
  expect(order.state).toBe('paid');
  expect(order.timeline.filter(({ what }) => what === 'paid')).toHaveLength(1);
});

test('what is owned already: cart and checkout say so before anybody pays for it again', async ({ page, context }) => {
  const owner = await newCustomer(context, aria, 'Olga');
  await putInCart(owner, album);
  await page.goto(`${aria.origin}/checkout`);
  await goToPayment(page, washington);
  await payWith(page, cards.ok, 'US');
  await expect(thanks(page)).toBeVisible();
  await settled(owner, 1);

  await putInCart(owner, album);
  const words = page.getByRole('main').getByText('You have this in your library already.');
  await page.goto(`${aria.origin}/cart`);
  await expect(words).toBeVisible();
  await page.getByRole('link', { name: 'Go to checkout' }).click();
  await expect(words).toBeVisible();
  await page.getByRole('link', { name: 'Back to cart' }).first().click();
  await page.getByRole('button', { name: 'Remove Glass Harbour' }).click();
  await expect(page.getByRole('heading', { name: 'Your cart is empty' })).toBeVisible();
  expect((await settled(owner, 1)).orders).toHaveLength(1);
});

async function fillCard(page: Page): Promise<void> {
  await cardField(page).fill(cards.ok);
  await page.getByLabel(/^Expiry/).fill('12 / 34');
  await page.getByLabel(/CVC/).fill('123');
  await page.getByLabel('Name on card').fill('Edda Larsen');
  await page.getByLabel('Country or region').selectOption('US');
}
