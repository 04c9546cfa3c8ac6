import type { Page } from '@playwright/test';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createSliceRegistry } from '../../backend/composition/registry/slice-registry.ts';
import { root } from '../../scripts/lib/root.ts';
import { readSliceVersions } from '../../scripts/lib/pair-with-slice.ts';
import { hasAccess, noAccess, requireAccess } from '../setup/access.ts';
import { publishTo } from '../setup/publish.ts';
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

async function catalogNaming(sliceVersion: string) {
  const dist = new Map(await distOfVersion('mfe-catalog/dist', () => `9.1.0-skew.${Date.now()}`));
  const described = JSON.parse(Buffer.from(dist.get('tessera.json') ?? '').toString('utf8')) as object;
  return dist.set('tessera.json', Buffer.from(JSON.stringify({ ...described, sliceVersion })));
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

test('a page keeps the slice that its release was built with; promoting and rolling back move both', async ({
  browser,
}) => {
  test.skip(!hasAccess(), noAccess);
  const old = (await readSliceVersions())['catalog'] ?? '';
  const slices = createSliceRegistry(requireAccess().table);
  const open = async (): Promise<Page> => {
    const page = await (await browser.newContext({ serviceWorkers: 'block' })).newPage();
    await untilRendered(tenantId, '/');
    await page.goto(origin);
    await expect(page.getByRole('main').getByRole('heading').first()).toBeVisible();
    return page;
  };
  const both = (version: string) => ({ asked: `catalog.${version}`, answered: `catalog.${version}` });

  const before = await open();
  expect(await browse(before, 0)).toEqual(both(old));
  const stays = await open();

  const undeploy = await deployCatalog(old);
  await slices.announce({ catalog: newer }, new Date().toISOString());
  const { undo } = await publishTo(tenantId, [await catalogNaming(newer)]);
  try {
    // Open since before, and not told of it yet.
    expect(await browse(stays, 1)).toEqual(both(old));
    const after = await open();
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
  const back = await open();
  expect(await isRenderedByNewer()).toBe(false);
  expect(await browse(back, 0)).toEqual(both(old));
  expect(await slices.retire('catalog', newer, retired)).toEqual({ ok: true });
  await undeploy();
  // Nothing of the shop’s is lost with it.
  expect(await browse(back, 1)).toMatchObject(both(old));
});
