import type { Domain } from '@tessera/contracts/api/admin.ts';
import type { z } from 'zod';
import { cards, goToPayment, payWith, signIn } from './actions.ts';
import { ask } from './ask.ts';
import { expect, hostUrl, shopOf, test } from './fixtures.ts';
import { whoIsSignedIn } from './hosted-pages.ts';
import { newCustomer } from './new-customer.ts';
import { putInCart, settled } from './purse.ts';

type Domain = z.infer<typeof Domain>;

const aria = shopOf('aria');

test('a shop’s own domain, as soon as it is active: browse, sign in, pay, sign out', async ({ page, browser }) => {
  const host = `records-${Date.now().toString(36)}.localhost`;
  const own = { ...aria, origin: hostUrl(host) };

  await test.step('its owner claims it and sets the records', async () => {
    const desk = await browser.newPage();
    await signIn(desk, aria, aria.admin, '/robots.txt');
    const cookie = (await desk.context().cookies(aria.origin)).map(({ name, value }) => `${name}=${value}`).join('; ');
    await desk.close();
    const headers = { cookie, 'x-tessera-csrf': '1' };
    const claimed = await ask('aria.localhost', '/api/admin/domains', { headers, body: { host } });
    expect(claimed.status, claimed.text).toBe(202);
    for (const { type, name, value } of (claimed.json() as Domain).records)
      expect((await ask('dns.localhost', '/records', { method: 'PUT', body: { type, name, value } })).status).toBe(204);
    const stateNow = async () => {
      const { items } = (await ask('aria.localhost', '/api/admin/domains', { headers })).json() as { items: Domain[] };
      return items.find((domain) => domain.host === host)?.state;
    };
    await expect.poll(stateNow, { timeout: 60_000 }).toBe('active');
  });

  await expect.poll(async () => (await ask(host, '/')).status).toBe(200);
  await page.goto(own.origin);
  await expect(page.getByRole('banner').getByRole('link', { name: 'Aria Records' })).toBeVisible();

  const sam = await newCustomer(page.context(), own);
  await page.goto(`${own.origin}/library`);
  await expect(page.getByRole('heading', { level: 1, name: 'Your shelves are empty' })).toBeVisible();
  await putInCart(sam, 'prd_felt-mp3');
  await page.goto(`${own.origin}/checkout`);
  await goToPayment(page, { region: 'WA', postalCode: '98101' });
  await expect(page.getByRole('link', { name: `Back to ${host}` })).toBeVisible();
  await payWith(page, cards.ok, 'US');
  await page.waitForURL(new RegExp(`^${own.origin}/order/ord_`));
  await expect(page.getByRole('heading', { name: /it’s yours/ })).toBeVisible();
  expect((await settled(sam, 1)).works).toEqual(['wrk_felt']);

  await page.getByRole('button', { name: `Account of ${sam.name}` }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.waitForURL(`${own.origin}/`);
  expect(await whoIsSignedIn(page)).toEqual({ signedIn: false });
  await signIn(page, own, sam, '/library');
  await expect(page.getByRole('link', { name: /Felt/ }).first()).toBeVisible();
});
