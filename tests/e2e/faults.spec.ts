import type { Page } from '@playwright/test';
import type { RemoteFailureReason } from '@tessera/contracts/telemetry.ts';
import type { z } from 'zod';
import { hasAccess, noAccess } from '../setup/access.ts';
import { buildFixture, publishTo } from '../setup/publish.ts';
import { breakFiles, type Fault } from './broken-files.ts';
import { expect, shopOf, test } from './fixtures.ts';
import { checkOutByKeyboard, press, tabTo } from './keyboard.ts';
import { listenToTelemetry, type Telemetry } from './telemetry.ts';
import { untilSettled } from './until-settled.ts';

type Reason = z.infer<typeof RemoteFailureReason>;

// A worker would answer from its caches what these tests break on the way.
test.use({ serviceWorkers: 'block' });

const aria = shopOf('aria');
const work = {
  path: '/work/wrk_glass-harbour/glass-harbour',
  title: 'Glass Harbour',
  suggestion: /^Glass Harbour Work$/,
  productId: 'prd_glass-harbour-mp3',
};

/** What a browser says of a file that did not come or was not the promised one. */
const brokenFile = /Failed to load resource|integrity|digest/i;

interface Place {
  /** What is broken, for the title of a test. */
  name: string;
  remote: string;
  path: string;
  container: string;
  /** A chunk that its page or panel needs, deep inside. */
  chunk: string;
  /** Comes here from a page of another remote, without loading a document. */
  arrive(page: Page): Promise<void>;
  works(page: Page): Promise<void>;
}

const openHelp = async (page: Page): Promise<void> => {
  await page.goto(`${aria.origin}/help`);
  await expect(page.getByRole('heading', { level: 1, name: 'Help' })).toBeVisible();
};

const places: Place[] = [
  {
    name: 'the catalog on a work page',
    remote: 'mfe-catalog',
    path: work.path,
    container: '#tessera-mfe-catalog',
    chunk: 'work-page-',
    async arrive(page) {
      await openHelp(page);
      const search = page.getByRole('combobox', { name: 'Search the shop' });
      await search.fill('glass h');
      await page.getByRole('option', { name: work.suggestion }).click();
    },
    works: (page) => expect(page.getByRole('button', { name: 'Add to cart' }).first()).toBeVisible(),
  },
  {
    name: 'the library',
    remote: 'mfe-library',
    path: '/library',
    container: '#tessera-mfe-library',
    chunk: 'kit-',
    async arrive(page) {
      await openHelp(page);
      await page.getByRole('contentinfo').getByRole('link', { name: 'Library' }).click();
    },
    works: (page) => expect(page.getByRole('heading', { level: 1, name: 'Sign in to see your library' })).toBeVisible(),
  },
  {
    name: 'the help chat',
    remote: 'mfe-ai-support',
    path: work.path,
    container: '#tessera-mfe-ai-support-aside',
    chunk: 'chat-',
    arrive: async (page) => void (await page.goto(`${aria.origin}/cart`)),
    works: (page) => expect(page.getByRole('button', { name: 'Ask for help' })).toBeVisible(),
  },
];

const filesOf = (remote: string, part: string) =>
  new RegExp(`^http://(?:cdn\\.)?aria\\.localhost:\\d+/(?:files/)?${remote}/[^/]+/${part}`);

/** Lets the page's own clock run ahead until the place has given up waiting. */
const passTime = (page: Page, { container }: Place) =>
  expect(async () => {
    await page.clock.fastForward(5_000);
    await expect(page.locator(container).locator('[data-failure]')).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 30_000 });

/** The place says what happened; telemetry learns why; header, search and cart go on. */
async function expectFailure(page: Page, place: Place, telemetry: Telemetry, reason: Reason): Promise<void> {
  const card = page.locator(place.container).locator('[data-failure]');
  await expect(card).toHaveAttribute('data-failure', reason);
  await expect(card).toContainText(/isn’t (here right now|available)/);
  await expect(page.getByRole('banner')).toBeVisible();
  await page.getByRole('combobox', { name: 'Search the shop' }).fill('gla');
  await expect(page.getByRole('option').first()).toBeVisible();
  await page.keyboard.press('Escape');
  await telemetry.flush();
  await expect
    .poll(() => telemetry.events)
    .toContainEqual(expect.objectContaining({ type: 'remote-failed', remote: place.remote, reason }));
}

async function expectRecovery(page: Page, place: Place, telemetry: Telemetry): Promise<void> {
  await page.locator(place.container).getByRole('button', { name: 'Try again' }).click();
  await place.works(page);
  await expect(page.locator('[data-failure]')).toHaveCount(0);
  await telemetry.flush();
  await expect
    .poll(() => telemetry.events)
    .toContainEqual(expect.objectContaining({ type: 'remote-recovered', remote: place.remote }));
}

interface BrokenFile {
  fault: Fault;
  file: string;
  what: (place: Place) => string;
  reason: Reason;
  /** A document brings the styles of its own page; they are fetched for one that is come to by a link. */
  byLink?: true;
}

const onTheWay: BrokenFile[] = [
  { fault: 'missing', file: 'whose entry is missing', what: () => 'remoteEntry\\.js', reason: 'network' },
  { fault: 'changed', file: 'whose entry has one byte changed', what: () => 'remoteEntry\\.js', reason: 'integrity' },
  {
    fault: 'changed',
    file: 'with one byte changed in a chunk deep inside',
    what: ({ chunk }) => `assets/${chunk}`,
    reason: 'integrity',
  },
  {
    fault: 'changed',
    file: 'with one byte changed in its stylesheet',
    what: () => 'assets/.+\\.css',
    reason: 'integrity',
    byLink: true,
  },
];

for (const place of places)
  test(`${place.name}: missing or changed files are not run, are told of, and are fetched again`, async ({
    page,
    expectConsole,
  }) => {
    expectConsole(brokenFile);
    const telemetry = await listenToTelemetry(page);
    for (const { fault, file, what, reason, byLink } of onTheWay)
      await test.step(file, async () => {
        telemetry.events.length = 0;
        const broken = await breakFiles(page, filesOf(place.remote, what(place)), fault);
        if (byLink) await place.arrive(page);
        else await page.goto(aria.origin + place.path);
        await untilSettled(page);
        await expectFailure(page, place, telemetry, reason);
        await broken.mend();
        await expectRecovery(page, place, telemetry);
      });
  });

for (const place of places)
  test(`${place.name}: one that hangs is given up, and a reload brings it back`, async ({ page, expectConsole }) => {
    expectConsole(/Failed to load resource/);
    const telemetry = await listenToTelemetry(page);
    const broken = await breakFiles(page, filesOf(place.remote, 'remoteEntry\\.js'), 'hanging');
    await page.clock.install();
    await page.goto(aria.origin + place.path, { waitUntil: 'commit' });
    await passTime(page, place);
    await expectFailure(page, place, telemetry, 'timeout');
    await broken.mend();
    await page.locator(place.container).getByRole('button', { name: 'Try again' }).click();
    await place.works(page);
  });

for (const place of places)
  test(`${place.name}: while it is missing, search, cart and checkout are completed by keyboard alone`, async ({
    page,
    expectConsole,
  }) => {
    expectConsole(brokenFile);
    await breakFiles(page, filesOf(place.remote, 'remoteEntry\\.js'), 'missing');
    await place.arrive(page);
    await untilSettled(page);
    await expect(page.locator(place.container).locator('[data-failure]')).toBeVisible();
    await tabTo(page, page.getByRole('combobox', { name: 'Search the shop' }));
    await page.keyboard.type('glass h');
    const suggestion = page.getByRole('option', { name: work.suggestion });
    await expect(suggestion).toBeVisible();
    await page.keyboard.press('ArrowDown');
    await expect(suggestion).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/work\//);
    // Without the catalog nothing can be added; a cart filled before is still worth something.
    if (place.remote === 'mfe-catalog') await fillCart(page);
    else {
      await press(page, page.getByRole('button', { name: 'Add to cart' }).first());
      await expect(page.getByRole('button', { name: 'Cart, 1 item' })).toBeVisible();
    }
    await checkOutByKeyboard(page, aria.shopper, 'California', '94103');
  });

async function fillCart(page: Page): Promise<void> {
  const status = await page.evaluate(async (productId) => {
    const headers = { 'content-type': 'application/json', 'x-tessera-csrf': '1' };
    const body = JSON.stringify({ op: 'set', productId, quantity: 1 });
    return (await fetch('/api/cart', { method: 'POST', headers, body })).status;
  }, work.productId);
  expect(status).toBe(200);
  await page.reload();
  await expect(page.getByRole('button', { name: 'Cart, 1 item' })).toBeVisible();
}

test.describe('a release whose own code fails', () => {
  const library = places[1];
  if (!library) throw new Error('there is no library');

  /** Publishes a fixture remote in place of the library, with nothing to fall back to, and takes it back at the end. */
  async function withFixture(name: string, use: (undo: () => Promise<void>) => Promise<void>): Promise<void> {
    test.skip(!hasAccess(), noAccess);
    const built = await buildFixture(name);
    const published = await publishTo('aria', [built.dist], { fallbacks: {} });
    try {
      await use(published.undo);
    } finally {
      await published.undo();
      await built.remove();
    }
  }

  const setFault = (page: Page, fault: string | undefined) =>
    page.evaluate((value) => {
      if (value === undefined) delete document.documentElement.dataset['fault'];
      else document.documentElement.dataset['fault'] = value;
    }, fault);
  const goToLibrary = (page: Page) => page.getByRole('contentinfo').getByRole('link', { name: 'Library' }).click();

  test('while it is run: told of, and mended by the release that follows', async ({ page, expectConsole }) => {
    expectConsole(/settings are missing/);
    await withFixture('throws-at-evaluation', async (undo) => {
      const telemetry = await listenToTelemetry(page);
      await page.goto(`${aria.origin}/library`);
      await expectFailure(page, library, telemetry, 'evaluation');
      await undo();
      await page.locator(library.container).getByRole('button', { name: 'Try again' }).click();
      await library.works(page);
    });
  });

  test('while it renders: told of, and tried again in place', async ({ page }) => {
    await withFixture('throws-in-render', async () => {
      const telemetry = await listenToTelemetry(page);
      await openHelp(page);
      await setFault(page, 'render');
      await goToLibrary(page);
      await expectFailure(page, library, telemetry, 'render');
      await setFault(page, undefined);
      await page.locator(library.container).getByRole('button', { name: 'Try again' }).click();
      await expect(page.getByRole('heading', { name: 'A mended library' })).toBeVisible();
    });
  });

  test('in a mount that never settles: given up, and tried again', async ({ page }) => {
    await withFixture('never-mounts', async () => {
      const telemetry = await listenToTelemetry(page);
      await page.clock.install();
      await openHelp(page);
      await setFault(page, 'mount');
      await goToLibrary(page);
      await expect(page).toHaveURL(/\/library$/);
      await passTime(page, library);
      await expectFailure(page, library, telemetry, 'mount-timeout');
      await setFault(page, undefined);
      await page.locator(library.container).getByRole('button', { name: 'Try again' }).click();
      await expect(page.getByRole('heading', { name: 'A late library' })).toBeVisible();
    });
  });

  test('in an unmount that never settles: left behind, and the next page comes', async ({ page }) => {
    await withFixture('never-unmounts', async () => {
      const telemetry = await listenToTelemetry(page);
      await page.goto(`${aria.origin}/library`);
      await expect(page.getByRole('heading', { name: 'A clinging library' })).toBeVisible();
      await page.getByRole('contentinfo').getByRole('link', { name: 'Help', exact: true }).click();
      await expect(page.getByRole('heading', { level: 1, name: 'Help' })).toBeVisible();
      await expect(page.getByRole('heading', { name: 'A clinging library' })).toHaveCount(0);
      await telemetry.flush();
      await expect
        .poll(() => telemetry.events)
        .toContainEqual(expect.objectContaining({ remote: 'mfe-library', reason: 'unmount-timeout' }));
    });
  });
});
