import type { Page } from '@playwright/test';
import { expect, type Shop } from './fixtures.ts';

export interface Person {
  email: string;
  password: string;
}

/** Fills in the hosted sign-in page the shop has sent the visitor to. */
export async function submitSignIn(page: Page, person: Person): Promise<void> {
  await page
    .getByLabel(/e-?mail/i)
    .first()
    .fill(person.email);
  await page
    .getByLabel(/^password/i)
    .first()
    .fill(person.password);
  await page
    .getByRole('button', { name: /^sign in/i })
    .first()
    .click();
}

/** Signs in straight away and comes back to a page of the shop. */
export async function signIn(page: Page, shop: Shop, person: Person, returnTo = '/'): Promise<void> {
  await page.goto(`${shop.origin}/api/session/sign-in?return_to=${encodeURIComponent(returnTo)}`);
  await submitSignIn(page, person);
  await page.waitForURL(`${shop.origin}${returnTo}`);
}

/** Finds a work by the search field's suggestions and opens its page. */
export async function openBySearch(page: Page, typed: string, title: string): Promise<void> {
  await page.getByRole('combobox', { name: /search/i }).fill(typed);
  await page.getByRole('option', { name: title }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
}

export async function addToCart(page: Page): Promise<void> {
  const written = page.waitForResponse(
    (response) => response.url().includes('/api/cart') && response.request().method() === 'POST',
  );
  await page.getByRole('button', { name: 'Add to cart' }).first().click();
  expect((await written).status()).toBe(200);
  await expect(page.getByRole('button', { name: /in your cart/i })).toBeVisible();
}

export interface TaxAddress {
  country?: string;
  region?: string;
  postalCode?: string;
}

/** Fills in what checkout asks for a digital cart, accepts the terms and goes on to the payment page. */
export async function goToPayment(page: Page, address: TaxAddress): Promise<void> {
  await page.getByLabel('Full name').fill('Sam Rivera');
  if (address.country) await page.getByLabel('Country or region').selectOption(address.country);
  if (address.region) await page.getByLabel(/^(State|Province)/).selectOption(address.region);
  if (address.postalCode) await page.getByLabel(/^(ZIP code|Postal code|Postcode)/).fill(address.postalCode);
  await page.getByRole('checkbox', { name: /licen[cs]e/ }).check();
  await page.getByRole('button', { name: 'Continue to payment' }).click();
  await page.waitForURL(/\/c\/pay\//);
}

/** Types a test card into the hosted payment page and pays. */
export async function payWith(page: Page, cardNumber: string, country = 'DE'): Promise<void> {
  await page.getByLabel('Card number').fill(cardNumber);
  await page.getByLabel(/^Expiry/).fill('12 / 34');
  await page.getByLabel(/CVC/).fill('123');
  await page.getByLabel(/Name on card|Cardholder/i).fill('Sam Rivera');
  await page.getByLabel('Country or region').selectOption(country);
  await page.getByRole('button', { name: /^Pay/ }).click();
}

export const cards = {
  ok: '4242 4242 4242 4242',
  declined: '4000 0000 0000 0002',
  noFunds: '4000 0000 0000 9995',
  challenge: '4000 0000 0000 3220',
} as const;
