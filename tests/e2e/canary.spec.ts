import { ReleaseHealth, Traffic } from '@tessera/contracts/api/traffic.ts';
import type { Browser, BrowserContext, Page } from '@playwright/test';
import { hasAccess, noAccess, requireAccess } from '../setup/access.ts';
import { buildFixture } from '../setup/publish.ts';
import { publishRelease } from '../../backend/composition/publish/publish-release.ts';
import { ask } from './ask.ts';
import { callerOf } from './deploy-token.ts';
import { expect, shopOf, test } from './fixtures.ts';
import { untilRendered } from './until-rendered.ts';

const tenantId = 'folio';
const { origin } = shopOf(tenantId);
const releases = '/api/admin/releases/mfe-catalog';

const setOf = (page: Page) =>
  page.evaluate(() => {
    const boot = JSON.parse(document.getElementById('tessera-boot')?.textContent ?? '{}') as {
      releaseSet: { id: string };
    };
    return boot.releaseSet.id;
  });

/** A page view, until the shop has heard from it: how its catalog did is told once its session has answered. */
async function view(page: Page): Promise<void> {
  const session = page.waitForResponse('**/api/session');
  await page.goto(origin);
  await session;
  await expect(page.getByRole('main').getByRole('heading').first()).toBeVisible();
}

async function visitorsOf(browser: Browser, isWanted: (set: string) => boolean, count: number): Promise<Page[]> {
  const found: Page[] = [];
  const others: BrowserContext[] = [];
  while (found.length < count) {
    const context = await browser.newContext({ serviceWorkers: 'block' });
    const page = await context.newPage();
    await page.goto(`${origin}/offline`);
    if (isWanted(await setOf(page))) found.push(page);
    else others.push(context);
  }
  await Promise.all(others.map((context) => context.close()));
  return found;
}

test('a canary that fails in one of five page views is taken back by itself', async ({ browser }) => {
  test.skip(!hasAccess(), noAccess);
  test.setTimeout(300_000);
  const call = await callerOf(tenantId);
  const traffic = async () => Traffic.parse((await call(`${releases}/traffic`)).json());
  const fixture = await buildFixture('fails-now-and-then');
  const published = await publishRelease({ tenantId, dist: fixture.dist, publishedBy: 'test', ...requireAccess() });
  await fixture.remove();
  if (!published.ok) throw new Error(JSON.stringify(published));
  const { version } = published;
  const stableSet = String((await ask(`${tenantId}.localhost`, '/offline')).headers['x-tessera-release']);

  const to = { kind: 'percent', percent: 50 };
  const promoted = await call(`${releases}/traffic`, { version, to, reason: 'A new catalog' });
  expect(promoted.status, promoted.text).toBe(200);
  try {
    await untilRendered(tenantId, '/');
    await expect
      .poll(async () => {
        const answers = await Promise.all(Array.from({ length: 20 }, () => ask(`${tenantId}.localhost`, '/offline')));
        return new Set(answers.map(({ headers }) => headers['x-tessera-release'])).size;
      })
      .toBe(2);
    const canaries = await visitorsOf(browser, (set) => set !== stableSet, 4);
    const stables = await visitorsOf(browser, (set) => set === stableSet, 3);
    const [first, ...others] = canaries;
    if (!first) throw new Error('no visitors');
    const canarySet = await setOf(first);

    // Beacons that somebody made up have no effect.
    const failed = { type: 'remote-failed', remote: 'mfe-catalog', reason: 'render', message: 'x', attempt: 1 };
    const forged = (index: number) => ({
      releaseSet: canarySet,
      pageView: `${String(index).padStart(20, '0')}.4102444800.${canarySet}.${'A'.repeat(43)}`,
      events: [{ ...failed, at: new Date().toISOString() }],
    });
    const sent = Array.from({ length: 200 }, (_, index) =>
      ask(`${tenantId}.localhost`, '/api/session/telemetry', { body: forged(index) }),
    );
    expect(new Set((await Promise.all(sent)).map(({ status }) => status))).toEqual(new Set([202]));
    const health = async () => ReleaseHealth.parse((await call(`${releases}/health?minutes=15`)).json());
    expect((await health()).canary?.total).toMatchObject({ views: 0, mountFailures: 0 });
    expect((await traffic()).rollout).toMatchObject({ state: 'running', percent: 50 });

    // A page of the canary that stays open.
    await view(first);
    await expect(first.getByRole('heading', { name: 'A new catalog' })).toBeVisible();
    await first.evaluate(() => void document.documentElement.setAttribute('data-same', ''));

    let views = 1;
    while ((await traffic()).rollout && views < 200) {
      await Promise.all([...others, ...stables].map(view));
      views += others.length;
      for (const page of stables) expect(await setOf(page)).toBe(stableSet);
    }
    const { rollout, history, quarantined } = await traffic();
    expect(rollout).toBeUndefined();
    expect(views).toBeLessThan(200);
    test.info().annotations.push({ type: 'canary page views', description: String(views) });
    const [ended] = history;
    expect(ended).toMatchObject({ state: 'rolled-back', release: { version }, evidence: { metric: 'failures' } });
    const { canary, stable: beside, reasons } = ended?.evidence ?? {};
    expect(canary?.bad).toBeGreaterThanOrEqual(5);
    expect(canary?.views).toBeLessThanOrEqual(views);
    expect(beside).toMatchObject({ bad: 0 });
    expect(reasons).toEqual({ render: canary?.bad });
    expect(quarantined.map((entry) => entry.version)).toContain(version);
    const again = await call(`${releases}/traffic`, { version, to, reason: 'Once more' });
    expect(again.json()).toMatchObject({ code: 'release_quarantined' });

    // New page views are stable's; a page that is open goes on to it with its next page, as a document.
    for (const page of others)
      await expect
        .poll(async () => {
          await view(page);
          return setOf(page);
        })
        .toBe(stableSet);
    await first.getByRole('combobox').first().fill('the');
    await expect(first.getByRole('option').first()).toBeVisible();
    await first.keyboard.press('Escape');
    await first.getByRole('banner').getByRole('link').first().click();
    await first.waitForFunction(() => !document.documentElement.hasAttribute('data-same'));
    expect(await setOf(first)).toBe(stableSet);
  } finally {
    // The shop must not keep it where it was not taken back by itself.
    if ((await traffic()).rollout) await call(`${releases}/rollback`, { reason: 'The journey is over' });
    await Promise.all(browser.contexts().map((context) => context.close()));
  }
});
