import type { Browser, Page } from '@playwright/test';
import { syntheticEntry } from '@tessera/federation/testkit/synthetic-entry.ts';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { DistFiles } from '../../backend/composition/publish/read-build.ts';
import { createSliceRegistry } from '../../backend/composition/registry/slice-registry.ts';
import { root } from '../../scripts/lib/root.ts';
import { readSliceVersions } from '../../scripts/lib/pair-with-slice.ts';
import { hasAccess, noAccess, requireAccess } from '../setup/access.ts';
import { publishTo } from '../setup/publish.ts';
import { distWithEntry } from '../setup/dist-with-entry.ts';
import { distOfVersion } from '../setup/shell-of-version.ts';
import { ask } from './ask.ts';
import { expect, shopOf, test } from './fixtures.ts';
import { untilRendered } from './until-rendered.ts';

const tenantId = 'aria';
const { origin } = shopOf(tenantId);
const newer = 'c0ffee000001';
const newTitle = 'Rendered by another version';
const retired = { by: 'test', at: new Date().toISOString() };

test.use({ serviceWorkers: 'block' });

const unique = () => `9.1.0-skew.${Date.now()}`;
const both = (version: string) => ({ asked: `catalog.${version}`, answered: `catalog.${version}` });

/** The catalog's slice as another build of it: what it says of itself differs, and the title of what it renders. */
async function deployCatalog(current: string): Promise<() => Promise<void>> {
  const kept = path.join(process.env['TESSERA_TEST_STATE'] ?? '', 'slices', 'catalog', newer);
  for (const name of ['catalog', 'catalog-render']) {
    await mkdir(path.join(kept, name), { recursive: true });
    const built = await readFile(path.join(root, 'backend/dist', name, 'index.mjs'), 'utf8');
    await writeFile(path.join(kept, name, 'index.mjs'), built.replaceAll(current, newer));
  }
  const render = path.join(kept, 'catalog-render');
  await rename(path.join(render, 'index.mjs'), path.join(render, 'built.mjs'));
  await writeFile(
    path.join(render, 'index.mjs'),
    `import { handler as built } from './built.mjs';
     export const handler = async (...call) => {
       const answer = await built(...call);
       if (answer.result?.head) answer.result.head.title = '${newTitle}';
       return answer;
     };`,
  );
  return () => rm(kept, { recursive: true });
}

/** Whether what everybody is given without a script is the newer slice's. */
async function isRenderedByNewer(): Promise<boolean> {
  const { text } = await ask(`${tenantId}.localhost`, '/', { headers: { 'accept-encoding': 'br' } });
  return text.includes(newTitle);
}

/** A build of the platform's: it names the version of its slice. */
function naming(sliceVersion: string, build: DistFiles): DistFiles {
  const described = JSON.parse(Buffer.from(build.get('tessera.json') ?? '').toString('utf8')) as object;
  return new Map(build).set('tessera.json', Buffer.from(JSON.stringify({ ...described, sliceVersion })));
}

/** Follows a kind of the shop, and tells which version of the slice answered, and to what question. */
async function browse(page: Page, index: number): Promise<{ asked: string | undefined; answered: string | undefined }> {
  const answer = page.waitForResponse((response) =>
    new URL(response.url()).pathname.startsWith('/api/public/catalog/'),
  );
  await page.locator('header a[href*="/browse/"], nav a[href*="/browse/"]').nth(index).click();
  const response = await answer;
  return {
    asked: (await response.request().allHeaders())['x-tessera-slice'],
    answered: response.headers()['x-tessera-slice'],
  };
}

/** A visitor who comes for the first time. */
async function open(browser: Browser): Promise<Page> {
  const page = await (await browser.newContext({ serviceWorkers: 'block' })).newPage();
  await untilRendered(tenantId, '/');
  await page.goto(origin);
  await expect(page.getByRole('main').getByRole('heading').first()).toBeVisible();
  // An answer that is still on its way tells the page of what is published meanwhile.
  await page.waitForLoadState('networkidle');
  return page;
}

test('a page keeps the slice that its release was built with; promoting and rolling back move both', async ({
  browser,
}) => {
  test.skip(!hasAccess(), noAccess);
  const old = (await readSliceVersions())['catalog'] ?? '';
  const slices = createSliceRegistry(requireAccess().table);
  const before = await open(browser);
  expect(await browse(before, 0)).toEqual(both(old));
  const stays = await open(browser);

  const undeploy = await deployCatalog(old);
  await slices.announce({ catalog: newer }, new Date().toISOString());
  const { undo } = await publishTo(tenantId, [naming(newer, await distOfVersion('mfe-catalog/dist', unique))]);
  try {
    // Open since before, and not told of it yet.
    expect(await browse(stays, 1)).toEqual(both(old));
    const after = await open(browser);
    expect(await isRenderedByNewer()).toBe(true);
    expect(await browse(after, 0)).toEqual(both(newer));
    for (const version of [old, newer]) {
      const refused = await slices.retire('catalog', version, retired);
      expect(refused).toMatchObject({ ok: false, reason: 'needed' });
      expect(refused.ok || refused.reason !== 'needed' ? [] : refused.by.map(({ shop }) => shop)).toContain(tenantId);
    }
  } finally {
    await undo();
  }
  const back = await open(browser);
  expect(await isRenderedByNewer()).toBe(false);
  expect(await browse(back, 0)).toEqual(both(old));
  expect(await slices.retire('catalog', newer, retired)).toEqual({ ok: true });
  await undeploy();
  // Nothing of the shop’s is lost with it.
  expect(await browse(back, 1)).toMatchObject(both(old));
});

test('a release that fails gives way to the one before, and its slice with it', async ({ browser }) => {
  test.skip(!hasAccess(), noAccess);
  const old = (await readSliceVersions())['catalog'] ?? '';
  await createSliceRegistry(requireAccess().table).announce({ catalog: newer }, new Date().toISOString());
  const broken = await distWithEntry('mfe-catalog/dist', syntheticEntry('throws-in-render') ?? '', unique());
  const { undo } = await publishTo(tenantId, [naming(newer, broken)]);
  try {
    const page = await open(browser);
    const boot = await page.evaluate(() => document.getElementById('tessera-boot')?.textContent ?? '');
    expect(boot).toContain(newer);
    await page.getByRole('main').locator('a[href^="/work/"]').first().waitFor();
    expect(await browse(page, 0)).toEqual(both(old));
  } finally {
    await undo();
  }
});
