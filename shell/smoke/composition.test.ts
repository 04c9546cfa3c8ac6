import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { chromiumPath, openBrowser } from './browser.ts';
import type { BuiltRelease } from './document.ts';
import { type Harness, startHarness } from './harness.ts';
import { buildReleases } from './releases.ts';

let browser: Browser;
let releases: BuiltRelease[];
let remove: () => Promise<void>;
let harness: Harness;
let page: Page;
let complaints: string[];

describe.skipIf(chromiumPath === undefined)('a composed page in Chromium', { timeout: 60_000 }, () => {
  beforeAll(async () => {
    ({ releases, remove } = await buildReleases());
    browser = await openBrowser(chromiumPath ?? '');
  }, 120_000);

  afterAll(async () => {
    await browser.close();
    await remove();
  });

  beforeEach(async () => {
    harness = await startHarness(releases);
    page = await browser.newPage();
    page.setDefaultTimeout(8000);
    complaints = [];
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
        complaints.push(message.text());
    });
  });

  afterEach(async () => {
    await page.close();
    await harness.close();
  });

  const open = (path: string) => page.goto(harness.origin + path);
  const heading = (name: string) => page.getByRole('heading', { level: 1, name }).waitFor();
  const follow = (name: string) => page.getByRole('link', { name, exact: true }).click();
  /** The first page takes over what the document brought; a link followed before that leaves the data for later. */
  const hydrated = () => page.locator('[data-cart]', { hasText: 'error' }).waitFor();
  const calls = (part: string): number => harness.apiCalls.filter((path) => path.includes(part)).length;
  const flush = () =>
    page.evaluate(() => {
      Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    });

  it('hydrates the document’s markup without asking for its data again', async () => {
    await open('/');
    await heading('Fixture of Sample Records');
    await page.evaluate(() => document.querySelector('h1')?.setAttribute('data-kept', ''));
    await hydrated();
    expect(await page.locator('h1[data-kept]').count()).toBe(1);
    expect(calls('home')).toBe(0);
    await flush();
    await expect.poll(() => harness.telemetry).toContainEqual(expect.objectContaining({ hydrated: true }));
    expect(harness.telemetry.filter(({ type }) => type === 'error')).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it('renders where the document brought no markup', async () => {
    harness.render = false;
    await open('/de');
    await heading('Muster von Sample Records');
    expect(await page.locator('[data-works]').textContent()).toBe('2 Werke');
    expect(complaints).toEqual([]);
  });

  it('loads a page’s data once per navigation, with back and forward', async () => {
    await open('/');
    await hydrated();
    await follow('A work');
    await heading('Work 1');
    expect(calls('wrk_1')).toBe(1);
    await follow('Another');
    await heading('Work 2');
    expect(calls('wrk_2')).toBe(1);
    await page.goBack();
    await heading('Work 1');
    expect(calls('wrk_1')).toBe(2);
    await page.goForward();
    await heading('Work 2');
    expect(calls('wrk_2')).toBe(2);
    expect(await page.title()).toBe('Work 2 · Sample Records');
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
    expect(calls('home')).toBe(0);
    expect(complaints).toEqual([]);
  });

  it('goes between remotes in one document', async () => {
    await open('/');
    await hydrated();
    await page.evaluate(() => document.documentElement.setAttribute('data-same', ''));
    await follow('Cart');
    await heading('Your cart');
    await follow('Back to the shop');
    await heading('Fixture of Sample Records');
    expect(calls('home')).toBe(1);
    await page.goBack();
    await heading('Your cart');
    expect(await page.locator('html[data-same]').count()).toBe(1);
    expect(complaints).toEqual([]);
  });

  it('keeps the panel beside the page while pages change', async () => {
    await open('/');
    await page.getByRole('button', { name: 'Count 0' }).click();
    await follow('Cart');
    await heading('Your cart');
    await page.getByRole('button', { name: 'Count 1' }).waitFor();
    await follow('Work from panel');
    await heading('Work 1');
    expect(calls('wrk_1')).toBe(1);
    await page.getByRole('button', { name: 'Count 1' }).waitFor();
  });

  it.each([
    ['tamper', 'integrity'],
    ['missing', 'network'],
  ] as const)('shows a card where the entry is answered with %s, and recovers', async (fault, reason) => {
    harness.faults.set('mfe-second/1.0.0/remoteEntry.js', fault);
    await open('/');
    await heading('Fixture of Sample Records');
    await follow('Cart');
    await page.locator(`[data-failure=${reason}]`).waitFor();
    await page.getByRole('combobox', { name: 'Search the shop' }).fill('still works');
    harness.faults.clear();
    await page.getByRole('button', { name: 'Try again' }).click();
    await heading('Your cart');
    await flush();
    await expect
      .poll(() => harness.telemetry)
      .toContainEqual(expect.objectContaining({ type: 'remote-failed', reason }));
    await expect.poll(() => harness.telemetry).toContainEqual(expect.objectContaining({ type: 'remote-recovered' }));
  });

  it('shows a card where one byte of a chunk deep inside was changed, and recovers', async () => {
    harness.faults.set('mfe-second/1.0.0/assets/remote-', 'tamper');
    await open('/');
    await follow('Cart');
    await page.locator('[data-failure=integrity]').waitFor();
    harness.faults.clear();
    await page.getByRole('button', { name: 'Try again' }).click();
    await heading('Your cart');
  });

  it('gives a page up whose own chunk was changed', async () => {
    harness.faults.set('mfe-fixture/1.2.3/assets/work-', 'tamper');
    await open('/');
    await follow('A work');
    await page.locator('[data-failure=integrity]').waitFor();
    harness.faults.clear();
    await page.getByRole('button', { name: 'Try again' }).click();
    await heading('Work 1');
  });

  it('stops waiting for a remote that hangs', async () => {
    harness.faults.set('mfe-second/1.0.0/remoteEntry.js', 'hang');
    await open('/');
    await follow('Cart');
    await page.locator('[data-failure=timeout]').waitFor({ timeout: 30_000 });
    await page.getByRole('link', { name: 'Sample Records' }).click();
    await heading('Fixture of Sample Records');
    await follow('Cart');
    harness.faults.clear();
    await page.locator('[data-failure=timeout]').waitFor({ timeout: 30_000 });
    await page.getByRole('button', { name: 'Try again' }).click();
    await heading('Your cart');
  });

  it('shows a card where a page throws, and the rest goes on', async () => {
    await open('/throws');
    await page.locator('[data-failure=render]').waitFor();
    await page.getByRole('link', { name: 'Sample Records' }).click();
    await heading('Fixture of Sample Records');
  });

  it('says in the page’s place that a work does not exist', async () => {
    await open('/work/missing');
    await heading('We couldn’t find that');
    expect(complaints).toEqual([]);
  });

  it('offers suggestions and searches by keyboard', async () => {
    await open('/');
    const search = page.getByRole('combobox', { name: 'Search the shop' });
    await search.fill('blue');
    await search.press('Enter');
    await page.waitForURL(`${harness.origin}/search?q=blue`);
  });

  it('opens a page that was seen, and says so of one that was not, without a network', async () => {
    await open('/');
    await page.getByRole('button', { name: 'Count 0' }).waitFor();
    await page.evaluate(() => navigator.serviceWorker.ready);
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    await page.reload();
    await page.getByRole('button', { name: 'Count 0' }).waitFor();
    harness.down = true;
    await page.reload();
    await heading('Fixture of Sample Records');
    await page.getByRole('button', { name: 'Count 0' }).waitFor();
    await open('/cart');
    await page.locator('#tessera-shell-status').waitFor();
  });
});
