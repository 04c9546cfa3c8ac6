import type { Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { seedTenants } from '../../backend/local/seed/content/tenants.ts';
import { makeFile } from '../../backend/local/seed/make/file.ts';
import { addToCart, cards, goToPayment, openBySearch, payWith, signIn, submitSignIn } from './actions.ts';
import { expect, hostUrl, shopOf, test } from './fixtures.ts';

const purchases = [
  {
    id: 'aria',
    typed: 'Glass Harb',
    title: 'Glass Harbour',
    address: { region: 'WA', postalCode: '98101' },
    shown: '$11.00',
    tax: /Washington|sales tax/i,
  },
  { id: 'folio', typed: 'Winter Alm', title: 'Winter Almanac', address: {}, shown: '€11.99', tax: /7\s?%/ },
  {
    id: 'lumen',
    typed: 'Northbou',
    title: 'Northbound',
    address: { region: 'QC', postalCode: 'H2Y 1C6' },
    shown: '14.99',
    tax: /QST/,
  },
];

for (const { id, typed, title, address, shown, tax } of purchases)
  test(`${id}: search, cart, sign-in, payment, library, download, receipt, order in the console`, async ({
    page,
    browser,
  }) => {
    const shop = shopOf(id);

    await page.goto(shop.origin);
    await openBySearch(page, typed, title);
    await expect(page.getByRole('main').getByText(shown).first()).toBeVisible();
    await addToCart(page);
    await page.goto(`${shop.origin}/cart`);
    await page.getByRole('link', { name: 'Go to checkout' }).click();
    await page.getByRole('button', { name: /Sign in/ }).click();
    await submitSignIn(page, shop.shopper);

    await page.waitForURL(`${shop.origin}/checkout`);
    await goToPayment(page, address);
    await payWith(page, cards.ok);
    await page.waitForURL(/\/order\/ord_/);
    await expect(page.getByRole('heading', { name: /it’s yours/ })).toBeVisible();
    await expect(page.getByRole('main').getByText(tax).first()).toBeVisible();

    await page.goto(`${shop.origin}/library`);
    await page
      .getByRole('link', { name: new RegExp(title) })
      .first()
      .click();
    const download = page.waitForEvent('download');
    await page
      .getByRole('button', { name: /^Download/ })
      .first()
      .click();
    const file = await (await download).path();
    expect(await readFile(file)).toEqual(await firstFileOf(id, title));

    const orderNumber = await orderNumberOf(page);
    await page.goto(`${hostUrl('mail.localhost')}/?to=${encodeURIComponent(shop.shopper.email)}`);
    await expect(page.getByText(orderNumber).first()).toBeVisible();

    const console = await browser.newPage();
    await signIn(console, shop, shop.admin, '/admin/orders');
    await expect(console.getByText(orderNumber).first()).toBeVisible();
    await console.close();
  });

async function firstFileOf(tenantId: string, title: string): Promise<Buffer> {
  const work = seedTenants.find(({ profile }) => profile.id === tenantId)?.works.find((one) => one.title === title);
  const request = work?.products[0]?.files[0];
  if (!request) throw new Error(`${title} has no file`);
  return (await makeFile(request)).bytes;
}

/** As the page itself would ask: the browser alone knows how to reach the shop's host. */
async function orderNumberOf(page: Page): Promise<string> {
  const items = await page.evaluate(async () => {
    const response = await fetch('/api/me/invoices');
    return ((await response.json()) as { items: { orderNumber: string }[] }).items;
  });
  if (!items[0]) throw new Error('no invoice');
  return items[0].orderNumber;
}
