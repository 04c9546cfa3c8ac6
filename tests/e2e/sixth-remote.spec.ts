import type { Page } from '@playwright/test';
import { hasAccess, noAccess } from '../setup/access.ts';
import { buildFixture, publishTo } from '../setup/publish.ts';
import { expect, shopOf, test } from './fixtures.ts';
import { untilRendered } from './until-rendered.ts';
import { untilSettled } from './until-settled.ts';

const lumen = shopOf('lumen');

test.use({ serviceWorkers: 'block' });

/** Paths of all that a first visit of the home page asks for. */
async function requestsOfHome(page: Page): Promise<string[]> {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await untilRendered('lumen', '/');
  // The shell asks for this one last, once everything is there and the machine has a moment.
  const last = page.waitForRequest(/\/report-vitals-/);
  await page.goto(lumen.origin);
  await untilSettled(page);
  await last;
  await page.waitForLoadState('networkidle');
  page.removeAllListeners('request');
  // Which pictures come into view in time, and how large, is another matter.
  return asked.filter((path) => !/\/telemetry|^\/media\//.test(path)).sort();
}

test('a sixth remote of a shop’s own answers its page, and costs every other page no request', async ({ browser }) => {
  test.skip(!hasAccess(), noAccess);
  const visit = async <T>(look: (page: Page) => Promise<T>): Promise<T> => {
    const context = await browser.newContext({ serviceWorkers: 'block' });
    try {
      return await look(await context.newPage());
    } finally {
      await context.close();
    }
  };
  const without = await visit(requestsOfHome);
  const built = await buildFixture('own-routes');
  const { undo } = await publishTo('lumen', [built.dist]);
  try {
    const withIt = await visit(requestsOfHome);
    expect(withIt).toEqual(without);
    expect(withIt.filter((path) => path.includes('mfe-listening-room'))).toEqual([]);
    await visit(async (page) => {
      await page.goto(`${lumen.origin}/listening-room`);
      await expect(page.getByRole('heading', { level: 1, name: 'The listening room' })).toBeVisible();
    });
  } finally {
    await undo();
    await built.remove();
  }
});
