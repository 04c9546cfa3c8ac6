import type { BrowserContext, Page } from '@playwright/test';
import { readCode } from './mail.ts';
import type { Person } from './actions.ts';
import { expect, type Shop } from './fixtures.ts';

export interface NewPerson extends Person {
  name: string;
}

/** Somebody whom no run has seen before. */
export const newPerson = (name: string): NewPerson => ({
  name,
  email: `${name.toLowerCase()}-${Date.now().toString(36)}@example.com`,
  password: 'a sentence nobody guesses',
});

export const hostedHeading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name });

/** Makes an account through the hosted pages and comes back to a page of the shop, signed in. */
export async function signUp(
  { page, context }: { page: Page; context: BrowserContext },
  shop: Shop,
  person: NewPerson,
  returnTo = '/library',
): Promise<void> {
  const query = new URLSearchParams({ screen: 'sign-up', return_to: returnTo, locale: 'en' });
  await page.goto(`${shop.origin}/api/session/sign-in?${query}`);
  await page.getByLabel('Name').fill(person.name);
  await page.getByLabel('E-mail address').fill(person.email);
  await page.getByLabel('Password').fill(person.password);
  await page.getByRole('button', { name: 'Create account' }).click();
  await expect(hostedHeading(page, 'Check your mail')).toBeVisible();
  await page.getByLabel('Code').fill(await readCode(context, person.email, /Confirm your address/));
  await page.getByRole('button', { name: 'Confirm' }).click();
  await page.waitForURL(shop.origin + returnTo);
}

/** What the shop itself says of who is signed in. */
export const whoIsSignedIn = (page: Page): Promise<unknown> =>
  page.evaluate(async () => (await fetch('/api/session')).json() as Promise<unknown>);
