import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { startLive, type LiveServer } from '@tessera/federation/live/live-server.ts';
import { root } from '../../scripts/lib/root.ts';
import { ask } from './ask.ts';
import { expect, test } from './fixtures.ts';

const work = '/work/wrk_glass-harbour/glass-harbour';
let folder: string;
let live: LiveServer;

/** A copy of the catalog, so that what is edited is nobody's work. */
test.beforeAll(async () => {
  const cache = path.join(root, '.cache');
  await mkdir(cache, { recursive: true });
  folder = await mkdtemp(path.join(cache, 'live-copy-'));
  for (const part of ['src', 'manifest.ts', 'package.json'])
    await cp(path.join(root, 'mfe-catalog', part), path.join(folder, part), { recursive: true });
  const shopPort = Number(process.env['TESSERA_PORT']);
  live = await startLive({ root, remote: path.relative(root, folder), shopPort, port: 0 });
});

test.afterAll(async () => {
  await live.stop();
  await rm(folder, { recursive: true, force: true });
});

async function edit(file: string, before: string, after: string): Promise<void> {
  const target = path.join(folder, 'src', file);
  const text = await readFile(target, 'utf8');
  expect(text).toContain(before);
  await writeFile(target, text.replace(before, after));
}

test('what is saved in a remote is in the running shop’s page at once, with what was done in it', async ({ page }) => {
  await page.goto(`http://aria.localhost:${live.port}${work}`);
  await expect(page.getByRole('heading', { level: 1, name: 'Glass Harbour' })).toBeVisible({ timeout: 60_000 });
  const vinyl = page.getByRole('radio', { name: /vinyl/i }).first();
  await expect(vinyl).not.toBeChecked();
  await vinyl.check({ force: true });
  await page.evaluate(() => void document.documentElement.setAttribute('data-same', ''));

  await test.step('a page’s component', async () => {
    await edit('features/work/work-page.tsx', `<h2 id="about">{t('work.about')}</h2>`, `<h2 id="about">As saved</h2>`);
    await expect(page.getByRole('heading', { name: 'As saved' })).toBeVisible();
  });
  await test.step('its style', async () => {
    await edit(
      'features/work/work-page.module.css',
      '@layer features {',
      '@layer features { .prose { color: rgb(1, 2, 3) !important; }',
    );
    await expect(page.locator('#about + p')).toHaveCSS('color', 'rgb(1, 2, 3)');
  });
  await expect(vinyl).toBeChecked();
  expect(await page.evaluate(() => document.documentElement.hasAttribute('data-same'))).toBe(true);
});

test('the rest of the shop is as it was released', async ({ page }) => {
  await page.goto(`http://aria.localhost:${live.port}${work}`);
  await page.getByRole('button', { name: 'Add to cart' }).first().click();
  await expect(page.getByRole('button', { name: 'Cart, 1 item' })).toBeVisible({ timeout: 60_000 });
  await page.getByRole('contentinfo').getByRole('link', { name: 'Help', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: /help/i })).toBeVisible();
  const released = await ask('aria.localhost', work);
  expect(released.text).not.toContain('/@vite/client');
});
