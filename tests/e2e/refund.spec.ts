import type { OrderView } from '@tessera/contracts/api/checkout.ts';
import { addToCart, cards, goToPayment, openBySearch, payWith, signIn } from './actions.ts';
import { checkAccessibility } from './check-accessibility.ts';
import { expect, hostUrl, shopOf, test } from './fixtures.ts';
import { newCustomer } from './new-customer.ts';
import { entitlementsOf, invoicesOf, settled } from './purse.ts';

const aria = shopOf('aria');
const kept = { typed: 'Nine Small', title: 'Nine Small Suns' };
const returned = { typed: 'Glass Harb', title: 'Glass Harbour' };

test('an admin refunds one line of two; a dispute suspends, and winning it restores', async ({ page, browser }) => {
  const buyer = await newCustomer(page.context(), aria);
  for (const { typed, title } of [returned, kept]) {
    await page.goto(aria.origin);
    await openBySearch(page, typed, title);
    await addToCart(page);
  }
  await page.goto(`${aria.origin}/checkout`);
  await goToPayment(page, { region: 'WA', postalCode: '98101' });
  await payWith(page, cards.ok);
  await page.waitForURL(/\/order\/ord_/);
  const { orders } = await settled(buyer, 2);
  const orderId = orders[0] ?? '';
  const order = await buyer.read<OrderView>(`/api/checkout/orders/${orderId}`);

  const stateOf = async (title: string) =>
    (await entitlementsOf(buyer)).find((owned) => owned.title === title)?.state ?? 'gone';
  const console = await browser.newPage();
  await signIn(console, aria, aria.admin, `/admin/orders/${orderId}`);

  await test.step('the dialog says the exact sum before it is pressed, and a double click is one refund', async () => {
    await console.getByRole('button', { name: 'Refund', exact: true }).click();
    const dialog = console.getByRole('dialog');
    await dialog.getByRole('checkbox', { name: new RegExp(returned.title) }).check();
    const send = dialog.getByRole('button', { name: /^Refund \$/ });
    await expect(dialog.getByText('Exactly this goes back')).toBeVisible();
    await checkAccessibility(console, 'refund dialog');
    await send.dblclick();
    await expect(dialog).toBeHidden();
    await expect(console.getByText(/on its way back to the buyer/).first()).toBeVisible();
  });

  await test.step('the buyer loses just that one, and finds the credit note', async () => {
    await expect.poll(() => stateOf(returned.title), { timeout: 30_000 }).not.toBe('granted');
    expect(await stateOf(kept.title)).toBe('granted');
    await expect
      .poll(async () => (await invoicesOf(buyer)).filter(({ credits }) => credits !== undefined).length, {
        timeout: 30_000,
      })
      .toBe(1);
    await page.goto(`${aria.origin}/order/${orderId}`);
    await expect(page.getByRole('link', { name: /^Credit note A-CN-/ })).toBeVisible();
    await page.goto(`${aria.origin}/library/invoices`);
    await expect(page.getByText(`Credit note for ${order.invoiceNumber}`)).toBeVisible();
  });

  await test.step('a dispute suspends what is left, refuses refunds, and is won', async () => {
    await console.reload();
    const operator = await browser.newPage();
    await operator.goto(`${hostUrl('pay.localhost')}/operator`);
    await operator.locator('a[href^="/operator/payments/pi_"]').first().click();
    await operator.getByRole('button', { name: 'Open a dispute' }).click();
    await expect.poll(() => stateOf(kept.title), { timeout: 30_000 }).toBe('suspended');
    await console.reload();
    await expect(console.getByText(/Nothing can be refunded until the bank has decided/)).toBeVisible();
    await console.getByRole('textbox', { name: 'What the shop says' }).fill('They fetched it the same day.');
    await checkAccessibility(console, 'disputed order');
    await console.getByRole('button', { name: 'Send to the bank' }).click();
    await expect(console.getByText(/on its way to the bank/).first()).toBeVisible();
    // The page is there before its data is: each look gives it time.
    await expect(async () => {
      await console.reload();
      await expect(console.getByText(/The bank was told on/)).toBeVisible({ timeout: 5_000 });
    }).toPass({ timeout: 60_000 });
    await operator.reload();
    await operator.getByRole('button', { name: 'The shop wins' }).click();
    await expect.poll(() => stateOf(kept.title), { timeout: 30_000 }).toBe('granted');
    expect(await stateOf(returned.title)).not.toBe('granted');
    await console.reload();
    await expect(console.getByText('Partly refunded').first()).toBeVisible();
    await operator.close();
  });

  await test.step('the bank sends the refund back: the buyer has it again, and an invoice takes the note back', async () => {
    const operator = await browser.newPage();
    await operator.goto(`${hostUrl('pay.localhost')}/operator`);
    await operator.locator('a[href^="/operator/payments/pi_"]').first().click();
    await operator.locator('form[action$="/fail"]').getByRole('button').click();
    await expect.poll(() => stateOf(returned.title), { timeout: 30_000 }).toBe('granted');
    const cancelling = () => invoicesOf(buyer).then((all) => all.find(({ cancels }) => cancels !== undefined));
    await expect.poll(cancelling, { timeout: 30_000 }).toBeDefined();
    await page.goto(`${aria.origin}/library/invoices`);
    await expect(page.getByText(/^Takes back A-CN-/)).toBeVisible();
    await checkAccessibility(page, 'invoices');
    await console.reload();
    await expect(console.getByText('Refund failed').first()).toBeVisible();
    await operator.close();
  });
  await console.close();
});
