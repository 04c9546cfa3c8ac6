import type { Page } from '@playwright/test';
import { syntheticEntry } from '@tessera/federation/testkit/synthetic-entry.ts';
import { hasAccess, noAccess } from '../setup/access.ts';
import { distWithEntry } from '../setup/dist-with-entry.ts';
import { type PublishOptions, publishTo } from '../setup/publish.ts';
import { distOfVersion, shellOfVersion } from '../setup/shell-of-version.ts';
import { breakFiles } from './broken-files.ts';
import { expect, shopOf, test } from './fixtures.ts';
import { listenToTelemetry } from './telemetry.ts';
import { untilRendered } from './until-rendered.ts';

const folio = shopOf('folio');
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name });
const unique = (): string => `9.0.0-t${Date.now()}`;

interface Boot {
  releaseSet: { id: string; remotes: Record<string, { version: string; fallback?: { version: string } }> };
  shell: { version: string };
}
const bootOf = (page: Page): Promise<Boot> =>
  page.evaluate(() => JSON.parse(document.getElementById('tessera-boot')?.textContent ?? '{}') as Boot);

/** Publishes a build to the shop for as long as it is used. */
async function withRelease(
  dist: Parameters<typeof publishTo>[1][number],
  use: () => Promise<void>,
  options: PublishOptions = {},
): Promise<void> {
  const { undo } = await publishTo('folio', [dist], options);
  try {
    await use();
  } finally {
    await undo();
  }
}

test.beforeEach(() => test.skip(!hasAccess(), noAccess));

test.describe('a release that fails', () => {
  test.use({ serviceWorkers: 'block' });

  test('gives way to the one before, which a page without a fault asks nothing of', async ({ page }) => {
    const version = unique();
    const entry = syntheticEntry('throws-in-render') ?? '';
    await withRelease(await distOfVersion('mfe-library/dist', () => `${version}-well`), async () => {
      const asked: string[] = [];
      page.on('request', (request) => asked.push(request.url()));
      await page.goto(`${folio.origin}/library`);
      await expect(heading(page, 'Sign in to see your library')).toBeVisible();
      const { fallback } = (await bootOf(page)).releaseSet.remotes['mfe-library'] ?? {};
      expect(fallback).toBeDefined();
      expect(asked.filter((url) => url.includes(`/mfe-library/${version}-well/`))).not.toEqual([]);
      expect(asked.filter((url) => url.includes(`/mfe-library/${fallback?.version}/`))).toEqual([]);

      await withRelease(await distWithEntry('mfe-library/dist', entry, version), async () => {
        const telemetry = await listenToTelemetry(page);
        await page.goto(`${folio.origin}/library`);
        await expect(heading(page, 'Sign in to see your library')).toBeVisible();
        await expect(page.locator('[data-failure]')).toHaveCount(0);
        await telemetry.flush();
        const of = { remote: 'mfe-library' };
        await expect
          .poll(() => telemetry.events)
          .toContainEqual(expect.objectContaining({ ...of, ran: 'fallback', because: 'render' }));
        expect(telemetry.events).toContainEqual(
          expect.objectContaining({ ...of, type: 'remote-failed', reason: 'render', then: 'fallback' }),
        );
      });
    });
  });

  test('is not tried again on the next pages of the session', async ({ page, expectConsole }) => {
    expectConsole(/Failed to load resource|integrity|digest/i);
    const version = unique();
    await withRelease(await distOfVersion('mfe-library/dist', () => version), async () => {
      const telemetry = await listenToTelemetry(page);
      await breakFiles(page, new RegExp(`/mfe-library/${version}/`), 'missing');
      const visit = async () => {
        telemetry.events.length = 0;
        await page.goto(`${folio.origin}/library`);
        await expect(heading(page, 'Sign in to see your library')).toBeVisible();
        await telemetry.flush();
        await expect
          .poll(() => telemetry.events)
          .toContainEqual(expect.objectContaining({ remote: 'mfe-library', ran: 'fallback', because: 'network' }));
        return telemetry.events.filter(({ type }) => type === 'remote-failed').length;
      };
      expect(await visit()).toBe(1);
      expect(await visit()).toBe(1);
      expect(await visit()).toBe(0);
    });
  });
});

test.describe('with a service worker', () => {
  const untilControlled = (page: Page) =>
    page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated', undefined, {
      timeout: 20_000,
    });
  const untilKept = (page: Page) =>
    page.waitForFunction(async () => (await caches.match(location.href)) !== undefined, undefined, { timeout: 20_000 });
  const untilGood = (page: Page, set: string) =>
    page.waitForFunction(async (id) => (await (await caches.match('/tessera-good-sets'))?.json())?.[0] === id, set, {
      timeout: 20_000,
    });

  test('a page that neither release can show is shown as the last good set made it', async ({
    page,
    expectConsole,
  }) => {
    expectConsole(/settings are missing/);
    await untilRendered('folio', '/');
    await page.goto(folio.origin);
    await untilControlled(page);
    await page.reload();
    await untilKept(page);
    const good = (await bootOf(page)).releaseSet.id;
    await untilGood(page, good);

    const entry = syntheticEntry('throws-at-evaluation') ?? '';
    const broken = await distWithEntry('mfe-catalog/dist', entry, unique());
    await withRelease(
      broken,
      async () => {
        await untilRendered('folio', '/');
        const telemetry = await listenToTelemetry(page);
        await page.goto(folio.origin);
        await page.waitForFunction(
          (id) => document.getElementById('tessera-boot')?.textContent?.includes(id) === true,
          good,
        );
        await expect(page.locator('[data-failure]')).toHaveCount(0);
        await expect
          .poll(() => telemetry.events)
          .toContainEqual(expect.objectContaining({ reason: 'evaluation', then: 'last-good' }));
        // Of a set that is not the visitor's any more, events wait long for a token that does not come.
        await expect(async () => {
          await telemetry.flush();
          expect(telemetry.events).toContainEqual(
            expect.objectContaining({ type: 'remote-mounted', remote: 'mfe-catalog', ran: 'pinned' }),
          );
        }).toPass({ timeout: 20_000 });
      },
      { fallbacks: {} },
    );
  });

  test('an open page goes on with the files of its set while the next one takes over, without a network too', async ({
    page,
    context,
    expectConsole,
  }) => {
    expectConsole(/ERR_INTERNET_DISCONNECTED|ERR_FAILED|Failed to load resource/);
    await untilRendered('folio', '/help');
    await page.goto(`${folio.origin}/help`);
    await untilControlled(page);
    await page.goto(`${folio.origin}/library`);
    await expect(heading(page, 'Sign in to see your library')).toBeVisible();
    await page.goto(`${folio.origin}/help`);
    await expect(heading(page, 'Help')).toBeVisible();
    const { releaseSet, shell } = await bootOf(page);

    const version = unique();
    await withRelease(await shellOfVersion(version), async () => {
      const other = await context.newPage();
      await other.goto(folio.origin);
      await other.evaluate(async () => void (await (await navigator.serviceWorker.getRegistration())?.update()));
      await other.getByRole('button', { name: 'Update now' }).click();
      await other.waitForFunction(
        (text) => document.getElementById('tessera-boot')?.textContent?.includes(text) === true,
        version,
      );
      const next = (await bootOf(other)).releaseSet.id;
      expect(next).not.toBe(releaseSet.id);

      await context.setOffline(true);
      await page.getByRole('contentinfo').getByRole('link', { name: 'Library' }).click();
      await expect(page.getByText(/Files you have downloaded still open/)).toBeVisible();
      expect((await bootOf(page)).releaseSet.id).toBe(releaseSet.id);
      const shells = await page.evaluate(() =>
        performance.getEntriesByType('resource').flatMap(({ name }) => /\/shell\/([^/]+)\//.exec(name)?.[1] ?? []),
      );
      expect([...new Set(shells)]).toEqual([shell.version]);
      await context.setOffline(false);
      await other.close();
    });
  });
});
