import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, shopOf, test } from './fixtures.ts';
import { hostedHeading as heading, newPerson, signUp, whoIsSignedIn } from './hosted-pages.ts';
import { press, type } from './keyboard.ts';
import { mailsTo, readCode } from './mail.ts';

const aria = shopOf('aria');
const folio = shopOf('folio');

/** The console repeats the status of a form that was refused. */
const refusedForm = /status of (401|422|429)/;

test('a new account by keyboard: sign-up, a wrong code, the right one from the mail, back where it began', async ({
  page,
  context,
  expectConsole,
}) => {
  expectConsole(refusedForm);
  const grace = newPerson('Grace');
  await page.goto(`${aria.origin}/library?from=test`);
  await press(page, page.getByRole('main').getByRole('button', { name: 'Sign in' }));
  await expect(heading(page, 'Sign in')).toBeVisible();
  await press(page, page.getByRole('link', { name: 'New here? Create an account' }));
  await type(page, page.getByLabel('Name'), grace.name);
  await type(page, page.getByLabel('E-mail address'), grace.email);
  await type(page, page.getByLabel('Password'), 'short');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Password')).toHaveAccessibleDescription(/Use at least 8 characters\./);
  await expect(page.getByLabel('Password')).toBeFocused();
  await expect(page.getByLabel('E-mail address')).toHaveValue(grace.email);
  await page.keyboard.type(grace.password);
  await page.keyboard.press('Enter');

  await expect(heading(page, 'Check your mail')).toBeVisible();
  await expect(page.getByText(grace.email)).toBeVisible();
  const code = await readCode(context, grace.email, 'Confirm your address at Aria Records');
  await type(page, page.getByLabel('Code'), code === '123456' ? '654321' : '123456');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Code')).toHaveAccessibleDescription('This is not the code from the mail.');
  await expect(page.getByLabel('Code')).toBeFocused();
  await page.keyboard.type(code);
  await page.keyboard.press('Enter');

  await page.waitForURL(`${aria.origin}/library?from=test`);
  await expect(heading(page, 'Your shelves are empty')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Account of Grace' })).toBeVisible();
  expect(await whoIsSignedIn(page)).toMatchObject({ signedIn: true, user: { email: grace.email, roles: ['shopper'] } });
});

test('sign-out ends the session everywhere: the library asks for sign-in, going back shows nothing of it', async ({
  page,
  context,
}) => {
  const ida = newPerson('Ida');
  await signUp({ page, context }, aria, ida);
  await expect(heading(page, 'Your shelves are empty')).toBeVisible();
  const former = (await context.cookies(aria.origin)).find(({ name }) => name === '__Host-session');
  await press(page, page.getByRole('button', { name: 'Account of Ida' }));
  await expect(page.getByRole('menuitem').first()).toBeFocused();
  await page.keyboard.press('End');
  await expect(page.getByRole('menuitem', { name: 'Sign out' })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.waitForURL(`${aria.origin}/`);
  await expect(page.getByRole('button', { name: 'Account', exact: true })).toBeVisible();
  expect(await whoIsSignedIn(page)).toEqual({ signedIn: false });

  await page.goBack();
  await expect(heading(page, 'Sign in to see your library')).toBeVisible();
  await expect(page.getByText('Your shelves are empty')).toBeHidden();
  // The cookie itself, should anybody have kept it, opens nothing any more.
  if (!former) throw new Error('there was no session');
  await context.addCookies([former]);
  expect((await context.cookies(aria.origin)).map(({ name }) => name)).toContain('__Host-session');
  expect(await whoIsSignedIn(page)).toEqual({ signedIn: false });
  // Nor does the hosted pages' own session sign anybody in again.
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
  await expect(heading(page, 'Sign in')).toBeVisible();
});

test('a wrong password says so and keeps the address; a mailed code sets a new one, and the old one is gone', async ({
  page,
  context,
  expectConsole,
}) => {
  expectConsole(refusedForm);
  const edda = newPerson('Edda');
  await signUp({ page, context }, folio, edda);
  await context.clearCookies();
  await page.goto(`${folio.origin}/library`);
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
  await page.getByLabel('E-mail address').fill(edda.email);
  await page.getByLabel('Password').fill('not my password');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toHaveText('The e-mail address or the password is not right.');
  await expect(page.getByLabel('E-mail address')).toHaveValue(edda.email);
  await expect(page.getByLabel('Password')).toHaveValue('');

  await page.getByRole('link', { name: 'Forgot your password?' }).click();
  await page.getByLabel('E-mail address').fill(edda.email);
  await page.getByRole('button', { name: 'Send the code' }).click();
  await expect(heading(page, 'Choose a new password')).toBeVisible();
  await page.getByLabel('Code').fill(await readCode(context, edda.email, 'Reset your password at Folio Press'));
  await page.getByLabel('New password').fill('quite another sentence');
  await page.getByRole('button', { name: 'Set password and sign in' }).click();
  await page.waitForURL(`${folio.origin}/library`);
  await expect(page.getByRole('button', { name: 'Account of Edda' })).toBeVisible();

  await context.clearCookies();
  await page.goto(`${folio.origin}/api/session/sign-in?return_to=/library`);
  for (const password of [edda.password, 'quite another sentence']) {
    await page.getByLabel('E-mail address').fill(edda.email);
    await page.getByLabel('Password').fill(password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    if (password === edda.password) await expect(page.getByRole('alert')).toBeVisible();
  }
  await page.waitForURL(`${folio.origin}/library`);
});

test('an address that has an account already: the page tells nobody, its mail tells the owner', async ({
  page,
  context,
  expectConsole,
}) => {
  expectConsole(refusedForm);
  const olga = newPerson('Olga');
  await signUp({ page, context }, aria, olga);
  await context.clearCookies();
  await page.goto(`${aria.origin}/api/session/sign-in?screen=sign-up`);
  await page.getByLabel('Name').fill('Somebody else');
  await page.getByLabel('E-mail address').fill(olga.email);
  await page.getByLabel('Password').fill('another password');
  await page.getByRole('button', { name: 'Create account' }).click();
  await expect(heading(page, 'Check your mail')).toBeVisible();
  const subject = 'You already have an account at Aria Records';
  await expect.poll(async () => (await mailsTo(olga.email))[0]?.subject).toBe(subject);
  expect((await mailsTo(olga.email))[0]?.text).not.toMatch(/\d{6}/);
  await page.getByLabel('Code').fill('000000');
  await page.getByRole('button', { name: 'Confirm' }).click();
  await expect(page.getByLabel('Code')).toHaveAccessibleDescription('This is not the code from the mail.');
});

const languages = [
  {
    locale: 'de',
    direction: 'ltr',
    signIn: 'Anmelden',
    email: 'E-Mail-Adresse',
    password: 'Passwort',
    refused: 'Die E-Mail-Adresse oder das Passwort stimmt nicht.',
  },
  {
    locale: 'ar',
    direction: 'rtl',
    signIn: 'تسجيل الدخول',
    email: 'البريد الإلكتروني',
    password: 'كلمة المرور',
    refused: 'البريد الإلكتروني أو كلمة المرور غير صحيحة.',
  },
];

for (const { locale, direction, signIn, email, password, refused } of languages)
  test(`${locale}: the hosted pages go on in the language of the shop's page`, async ({ page, expectConsole }) => {
    expectConsole(refusedForm);
    await page.goto(`${aria.origin}/${locale}/library`);
    await page.getByRole('main').getByRole('button').first().click();
    await expect(heading(page, signIn)).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('lang', locale);
    await expect(page.locator('html')).toHaveAttribute('dir', direction);
    await page.getByLabel(email).fill(aria.shopper.email);
    await page.getByLabel(password).fill('not the password');
    await page.getByRole('button', { name: signIn }).click();
    await expect(page.getByRole('alert')).toHaveText(refused);
    await expectAccessible(page);
    await page.getByLabel(password).fill(aria.shopper.password);
    await page.getByRole('button', { name: signIn }).click();
    await page.waitForURL(`${aria.origin}/${locale}/library`);
  });

async function expectAccessible(page: Page): Promise<void> {
  for (const width of [1280, 390])
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ colorScheme });
      const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
      expect(violations.map(({ id, nodes }) => `${width} ${colorScheme} ${id}: ${nodes[0]?.html}`)).toEqual([]);
    }
}
