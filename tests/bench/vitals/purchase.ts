import type { Page } from 'playwright';
import type { Buyer } from '../lib/shop-process.ts';

export interface Purchase {
  typed: string;
  title: string;
  region: string;
  postalCode: string;
}

/** A purchase as a person makes it: typing key by key, pressing what is there to be pressed. */
export async function purchase(page: Page, origin: string, buyer: Buyer, wanted: Purchase): Promise<void> {
  await page.goto(origin);
  const search = page.getByRole('combobox', { name: /search/i });
  await search.click();
  await search.pressSequentially(wanted.typed, { delay: 80 });
  await page.getByRole('option', { name: wanted.title }).first().click();
  await page.getByRole('heading', { level: 1, name: wanted.title }).waitFor();
  await page.getByRole('button', { name: 'Add to cart' }).first().click();
  const inCart = /view cart/i;
  await page
    .getByRole('link', { name: inCart })
    .or(page.getByRole('button', { name: inCart }))
    .first()
    .click();
  await page.getByRole('link', { name: 'Go to checkout' }).click();
  await page
    .getByRole('button', { name: /sign in/i })
    .last()
    .click();
  await signIn(page, buyer);
  await page.waitForURL(`${origin}/checkout`);

  await page.getByLabel('Full name').pressSequentially('Sam Rivera', { delay: 40 });
  await page.getByLabel(/^State/).selectOption(wanted.region);
  await page.getByLabel(/^ZIP code/).pressSequentially(wanted.postalCode, { delay: 40 });
  await page.getByRole('checkbox', { name: /licen[cs]e/ }).click();
  await page.getByRole('button', { name: 'Continue to payment' }).click();
  await page.waitForURL(/\/c\/pay\//);
  await pay(page);
  await page.waitForURL(/\/order\/ord_/);
  await page.getByRole('heading', { name: /it’s yours/ }).waitFor();
}

async function signIn(page: Page, { email, password }: Buyer): Promise<void> {
  await page
    .getByLabel(/e-?mail/i)
    .first()
    .fill(email);
  await page
    .getByLabel(/^password/i)
    .first()
    .fill(password);
  await page
    .getByRole('button', { name: /^sign in/i })
    .first()
    .click();
}

async function pay(page: Page): Promise<void> {
  await page.getByLabel('Card number').fill('4242 4242 4242 4242');
  await page.getByLabel(/^Expiry/).fill('12 / 40');
  await page.getByLabel(/CVC/).fill('123');
  await page.getByLabel(/Name on card|Cardholder/i).fill('Sam Rivera');
  await page.getByLabel('Country or region').selectOption('US');
  await page.getByRole('button', { name: /^Pay/ }).click();
}
