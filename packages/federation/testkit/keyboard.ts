import type { Locator, Page } from 'playwright-core';

const maxSteps = 80;

export interface Checkout {
  person: { email: string; password: string };
  region: string;
  postalCode: string;
}

/** Presses Tab until the element has the focus, as a visitor without a mouse does. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  for (let step = 0; step < maxSteps; step += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab did not lead to ${target}`);
}

export async function press(page: Page, target: Locator, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press(key);
}

export async function type(page: Page, target: Locator, text: string): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.type(text);
}

/** Types into the shop's search field and opens a suggestion. */
export async function searchByKeyboard(page: Page, typed: string, suggestion: RegExp): Promise<void> {
  await type(page, page.getByRole('combobox', { name: 'Search the shop' }), typed);
  const option = page.getByRole('option', { name: suggestion });
  await option.waitFor();
  await page.keyboard.press('ArrowDown');
  await page.waitForFunction(
    (element) => element?.getAttribute('aria-selected') === 'true',
    await option.elementHandle(),
  );
  await page.keyboard.press('Enter');
}

/** From any page with a filled cart to the payment page, signed out at first. */
export async function checkOutByKeyboard(page: Page, { person, region, postalCode }: Checkout): Promise<void> {
  await press(page, page.getByRole('button', { name: /^Cart/ }));
  await press(page, page.getByRole('dialog').getByRole('link', { name: 'Go to checkout' }));
  await press(page, page.getByRole('main').getByRole('button', { name: /^Sign in/ }));
  await type(page, page.getByLabel(/e-?mail/i).first(), person.email);
  await type(page, page.getByLabel(/^password/i).first(), person.password);
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/checkout$/);
  await type(page, page.getByLabel('Full name'), 'Sam Rivera');
  await type(page, page.getByLabel('State'), region);
  await type(page, page.getByLabel('ZIP code'), postalCode);
  await press(page, page.getByRole('checkbox', { name: /licen[cs]e/ }), 'Space');
  const pay = page.getByRole('button', { name: 'Continue to payment' });
  await tabTo(page, pay);
  // Until the tax of this address is known there is nothing to agree to.
  await page.waitForFunction(
    (element) => element?.matches(':not(:disabled, [aria-disabled="true"])'),
    await pay.elementHandle(),
  );
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/c\/pay\//);
}
