import type { Page } from '@playwright/test';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { root } from '../../scripts/lib/root.ts';
import { submitSignIn, signIn } from './actions.ts';
import { ask } from './ask.ts';
import { checkAccessibility } from './check-accessibility.ts';
import { logIn, tessera, type CommandLine } from './command-line.ts';
import { expect, shopOf, test } from './fixtures.ts';
import { listenToTelemetry } from './telemetry.ts';

const aria = shopOf('aria');
const developer = { email: 'dev@aria.example', password: 'Soldering-42' };
const room = `${aria.origin}/listening-room`;

let folder: string;
let remote: string;
let dev: CommandLine | undefined;

/** A copy, so that what is edited is nobody's work; and a home, so that nobody's tokens are used. */
test.beforeAll(async () => {
  const cache = path.join(root, '.cache');
  await mkdir(cache, { recursive: true });
  folder = await mkdtemp(path.join(cache, 'override-'));
  remote = path.join(folder, 'remote');
  await cp(path.join(root, 'tests/fixtures/own-routes'), remote, { recursive: true });
  await logIn(aria.origin, developer, folder);
});
test.afterEach(async () => {
  await dev?.stop();
  dev = undefined;
});
test.afterAll(() => rm(folder, { recursive: true, force: true }));

/** `tessera dev`: the one-time address, and where the files come from. */
async function startDev(): Promise<{ address: string; origin: string }> {
  dev = tessera(['dev', remote, '--against', aria.origin, '--override', '--no-open'], folder);
  const { address, override } = await dev.first;
  return { address: String(address), origin: (override as { origin: string }).origin };
}

const banner = (page: Page) => page.getByRole('complementary', { name: 'Override' });

async function isGone(page: Page): Promise<void> {
  await expect(banner(page)).toHaveCount(0);
  await expect(page.getByRole('heading', { level: 1, name: 'This page does not exist' })).toBeVisible();
}

/** A page of a remote that nobody else has is a 404 to everybody else, and says so on the console. */
const missing = /status of 404/;
/** Once the developer's machine serves no more. */
const ended = /@tessera\/reload/;

test('a developer sees their remote in the live shop from their own machine, and nobody else does', async ({
  page,
  browser,
  expectConsole,
}) => {
  expectConsole(missing);
  expectConsole(ended);
  const { address, origin } = await startDev();

  await test.step('the address signs in, and leads to the remote', async () => {
    await page.goto(address);
    await submitSignIn(page, developer);
    await page.waitForURL(room);
    await expect(page.getByRole('heading', { level: 1, name: 'The listening room' })).toBeVisible();
    await expect(banner(page)).toContainText(`You see mfe-listening-room from ${origin} until`);
    await expect(page.getByRole('banner')).toContainText(aria.name);
  });

  await test.step('it says what it is, to everybody who works on it', async () => {
    await checkAccessibility(page, 'a page with an override');
    const { text } = await ask('aria.localhost', '/');
    expect(text).not.toContain(origin);
  });

  await test.step('what is saved is in the page', async () => {
    const file = path.join(remote, 'src/remote.tsx');
    await writeFile(file, (await readFile(file, 'utf8')).replace('The listening room', 'As saved'));
    await expect(page.getByRole('heading', { level: 1, name: 'As saved' })).toBeVisible({ timeout: 30_000 });
    await expect(banner(page)).toBeVisible();
  });

  await test.step('the rest of the shop is as it was released', async () => {
    await page.getByRole('contentinfo').getByRole('link', { name: 'Help', exact: true }).click();
    await expect(page.getByRole('heading', { level: 1, name: /help/i })).toBeVisible();
    await expect(banner(page)).toBeVisible();
  });

  await test.step('another visitor has the shop as it is, though they know every address', async () => {
    const other = await browser.newContext();
    const stranger = await other.newPage();
    await stranger.goto(room);
    await isGone(stranger);
    const { pathname, search } = new URL(address);
    const open = (cookie = '') => ask('aria.localhost', pathname + search, { headers: { cookie } });
    expect(await open()).toMatchObject({ status: 302 });
    await signIn(stranger, aria, aria.admin);
    const [session] = (await other.cookies(aria.origin)).filter(({ name }) => name === '__Host-session');
    expect(await open(`__Host-session=${session?.value}`)).toMatchObject({ status: 403 });
    await other.close();
  });

  await test.step('the edge keeps nothing of it', async () => {
    const [cookie] = (await page.context().cookies(aria.origin)).filter(({ name }) => name === '__Host-override');
    expect(cookie).toMatchObject({ httpOnly: true, secure: true, sameSite: 'Lax', path: '/' });
    const headers = { cookie: `__Host-override=${cookie?.value}`, accept: 'text/html' };
    for (const _ of [1, 2]) {
      const mine = await ask('aria.localhost', '/listening-room', { headers });
      expect(mine).toMatchObject({ status: 200, headers: { 'cache-control': 'private, no-store' } });
      expect(mine.headers['integrity-policy']).toBeUndefined();
      expect(mine.headers['content-security-policy']).toContain(origin);
      const theirs = await ask('aria.localhost', '/listening-room', { headers: { accept: 'text/html' } });
      expect(theirs.status).toBe(404);
      expect(theirs.headers['integrity-policy']).toBeDefined();
    }
    const home = await ask('aria.localhost', '/');
    expect(home.headers['cache-control']).toContain('public');
    const forged = await ask('aria.localhost', '/', { headers: { 'x-tessera-override': cookie?.value ?? '' } });
    expect(forged.headers['cache-control']).toContain('public');
  });

  await test.step('the worker keeps nothing of it, and gets out of its way', async () => {
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    await page.goto(room);
    await expect(page.getByRole('heading', { level: 1, name: 'As saved' })).toBeVisible();
    const kept = await page.evaluate(async () => {
      const names = await caches.keys();
      const keys = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
      return keys.flat().map(({ url }) => url);
    });
    expect(kept.length).toBeGreaterThan(0);
    expect(kept.filter((url) => url.includes('listening-room') || url.startsWith(origin))).toEqual([]);
  });

  await test.step('what the page tells of itself says so', async () => {
    const told = await listenToTelemetry(page);
    await page.reload();
    await expect(page.getByRole('heading', { level: 1, name: 'As saved' })).toBeVisible();
    await told.flush();
    await expect.poll(() => told.events.map(({ type }) => type)).toContain('remote-mounted');
    expect(new Set(told.tags)).toEqual(new Set([true]));
    await page.unroute('**/api/session/telemetry');
  });

  await test.step('it is left by its own button, in this browser', async () => {
    await page.goto(room);
    await banner(page).getByRole('button', { name: 'Leave' }).click();
    await page.waitForURL(room);
    await isGone(page);
    expect((await page.context().cookies(aria.origin)).map(({ name }) => name)).not.toContain('__Host-override');
  });
});

test('an override ends when the console ends it, and with Ctrl-C', async ({ page, browser, expectConsole }) => {
  expectConsole(missing);
  expectConsole(ended);
  const other = await browser.newContext();
  const console = await other.newPage();
  const opened = async (): Promise<string> => {
    const { address, origin } = await startDev();
    await page.goto(address);
    if (page.url() !== room) await submitSignIn(page, developer);
    await page.waitForURL(room);
    await expect(banner(page)).toBeVisible();
    await expect(page.locator('#tessera-mfe-listening-room h1')).toBeVisible();
    return origin;
  };

  await test.step('the console lists and ends it', async () => {
    const origin = await opened();
    await signIn(console, aria, aria.admin, '/admin/releases');
    const row = console.getByRole('row').filter({ hasText: origin });
    await expect(row).toContainText('mfe-listening-room');
    await checkAccessibility(console, 'releases with an override in force');
    await row.getByRole('button', { name: /^End/ }).click();
    await console.getByRole('dialog').getByRole('button', { name: 'End' }).click();
    await expect(row).toHaveCount(0);
    await page.reload();
    await isGone(page);
  });

  await test.step('Ctrl-C ends it', async () => {
    await dev?.stop();
    const origin = await opened();
    expect(await dev?.stop()).toBe(0);
    await page.reload();
    await isGone(page);
    await console.reload();
    await expect(console.getByRole('heading', { name: 'Overrides in force' })).toBeVisible();
    await expect(console.getByText(origin)).toHaveCount(0);
  });
  await other.close();
});
