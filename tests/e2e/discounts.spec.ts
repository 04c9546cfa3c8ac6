import type { Page } from '@playwright/test';
import { addToCart, cards, goToPayment, openBySearch, payWith, signIn } from './actions.ts';
import { expect, shopOf, test } from './fixtures.ts';
import { mailsTo } from './mail.ts';
import { newCustomer } from './new-customer.ts';

const shop = shopOf('folio');

test.use({ serviceWorkers: 'block' });

test('the team makes a code, a shopper uses it, and cart, payment, order, receipt, invoice and console agree to the cent', async ({
  page,
  browser,
}) => {
  const code = `TWENTY-${Date.now().toString(36).toUpperCase()}`;
  const team = await browser.newPage();
  await signIn(team, shop, shop.admin, '/admin/discounts');
  await makeCode(team, { name: 'Spring sale', code, percent: '20' });
  const row = team.getByRole('row', { name: new RegExp(code) });
  await expect(row).toContainText('Running');

  const customer = await newCustomer(page.context(), shop);
  await page.goto(shop.origin);
  await openBySearch(page, 'Winter Alm', 'Winter Almanac');
  await addToCart(page);
  await page.goto(`${shop.origin}/cart`);
  await page.getByLabel('Discount code').fill(code.toLowerCase());
  await page.getByLabel('Discount code').press('Enter');
  const discounts = page.getByRole('list', { name: 'Discounts' });
  await expect(discounts).toContainText(`${code}-€2.40`);
  await page.reload();
  await expect(discounts).toContainText(code);

  await page.getByRole('link', { name: 'Go to checkout' }).click();
  const summary = page.getByRole('region', { name: 'Your order' });
  await expect(summary).toContainText('-€2.40');
  await goToPayment(page, {});
  await expect(page.getByRole('complementary')).toContainText('€9.59');
  await payWith(page, cards.ok);
  await page.waitForURL(/\/order\/ord_/);
  await expect(page.getByRole('heading', { name: /it’s yours/ })).toBeVisible();
  await expect(page.getByRole('main')).toContainText('-€2.40');
  await expect(page.getByRole('main')).toContainText('€9.59');

  const invoices = () =>
    customer.read<{ items: { orderNumber: string; total: { amountMinor: string } }[] }>('/api/me/invoices');
  await expect.poll(async () => (await invoices()).items[0]?.total.amountMinor).toBe('959');
  const receipt = async () => (await mailsTo(customer.email)).find(({ text }) => text.includes('-€2.40'))?.text;
  await expect.poll(receipt).toContain('€9.59');

  await team.goto(`${shop.origin}/admin/orders`);
  const number = (await invoices()).items[0]?.orderNumber ?? '';
  await team.getByRole('link', { name: number }).first().click();
  const totals = team.getByRole('region', { name: 'Totals' });
  await expect(totals).toContainText('-€2.40');
  await expect(totals).toContainText('€9.59');
  await team.goto(`${shop.origin}/admin/discounts`);
  await expect(row.getByRole('cell', { name: '1', exact: true })).toBeVisible();
  await team.close();
});

test('a code that has ended is refused with its reason, and so is one that nobody made', async ({
  page,
  browser,
  expectConsole,
}) => {
  expectConsole(/409/);
  const code = `GONE-${Date.now().toString(36).toUpperCase()}`;
  const team = await browser.newPage();
  await signIn(team, shop, shop.admin, '/admin/discounts');
  await makeCode(team, { name: 'Last year', code, percent: '10' });
  const row = team.getByRole('row', { name: new RegExp(code) });
  await row.getByRole('button', { name: 'End' }).click();
  await team.getByRole('dialog').getByRole('button', { name: 'End' }).click();
  await expect(row).toContainText('Ended');
  await team.close();

  await page.goto(shop.origin);
  await openBySearch(page, 'Winter Alm', 'Winter Almanac');
  await addToCart(page);
  await page.goto(`${shop.origin}/cart`);
  const field = page.getByLabel('Discount code');
  const apply = page.getByRole('button', { name: 'Apply' });
  for (const [typed, reason] of [
    [code, 'This code has expired.'],
    ['NOBODY-MADE-THIS', 'There is no such code. Check how it is written.'],
  ] as const) {
    await field.fill(typed);
    await apply.click();
    await expect(field).toHaveAccessibleDescription(reason);
    await expect(field).toBeFocused();
  }
  await expect(page.getByRole('list', { name: 'Discounts' })).toBeHidden();
});

async function makeCode(page: Page, given: { name: string; code: string; percent: string }): Promise<void> {
  await page.getByRole('button', { name: 'New discount' }).click();
  const dialog = page.getByRole('dialog');
  const make = dialog.getByRole('button', { name: 'New discount' });
  await make.click();
  await expect(dialog.getByLabel('Name')).toBeFocused();
  await dialog.getByLabel('Name').fill(given.name);
  await dialog.getByRole('textbox', { name: /^Code/ }).fill(given.code);
  await dialog.getByLabel('Percent off').fill(given.percent);
  await make.click();
  await expect(dialog).toBeHidden();
}
