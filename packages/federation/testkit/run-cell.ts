import { asideContainerIdOf, containerIdOf } from '@tessera/contracts/elements.ts';
import type { TelemetryEvent } from '@tessera/contracts/telemetry.ts';
import type { Browser, Page } from 'playwright-core';
import type { FaultName } from './faults.ts';
import { inject, type Target } from './inject.ts';
import { checkOutByKeyboard, type Checkout, press, searchByKeyboard } from './keyboard.ts';
import { type Heard, listen } from './listen.ts';

export interface Place {
  remote: string;
  /** `aside` for a panel that stands beside every page. */
  slot: 'main' | 'aside';
  /** A page on which it stands. */
  path: string;
}

/** What a visitor does who came to buy something; the standard remotes in English. */
export interface Errand {
  search: { typed: string; suggestion: RegExp };
  checkout: Checkout;
}

export interface CellPlan {
  combination: string;
  shop: string;
  place: Place;
  fault: FaultName;
  errand: Errand;
}

export interface CellResult {
  combination: string;
  remote: string;
  fault: FaultName;
  /** What stood in the remote's place in the end. */
  place: 'pinned' | 'fallback' | 'last-good' | `card: ${string}` | 'nothing';
  /** What was reported of the remote, such as `failed: timeout → fallback`. */
  telemetry: readonly string[];
  search: boolean;
  cart: boolean;
  checkout: boolean;
  /** Whether the pinned release ran once the fault was taken away; undefined where it ran all the time. */
  recovered: boolean | undefined;
  /** What went wrong with an errand, in the browser's words. */
  problems: readonly string[];
  durationMs: number;
}

const patienceMs = 45_000;
/** Longer than any breaker stays open. */
const laterMs = 11 * 60_000;

/** One page view with one fault: what the place says, whether the visitor's errand goes well, whether it comes back. */
export async function runCell(browser: Browser, plan: CellPlan): Promise<CellResult> {
  const startedAt = performance.now();
  // A worker would answer from its caches what is broken on the way.
  const context = await browser.newContext({ serviceWorkers: 'block', viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  page.setDefaultTimeout(patienceMs);
  try {
    const heard = await listen(page);
    const target = await findTarget(page, plan);
    const injected = await inject(page, plan.fault, target);
    await page.goto(plan.shop + plan.place.path, { waitUntil: 'commit' });
    const place = await settle(page, plan.place, heard);
    if (plan.fault === 'never-unmounts') await leave(page);
    const errand = await runErrand(page, plan.errand);
    await heard.flush();
    const telemetry = heard.events.flatMap((event) => wordsOf(event, plan.place.remote));
    await injected.mend();
    const recovered = place === 'pinned' ? undefined : await recover(page, plan, heard);
    return {
      ...{ combination: plan.combination, remote: plan.place.remote, fault: plan.fault, place },
      ...{ telemetry: [...new Set(telemetry)], ...errand, recovered },
      durationMs: Math.round(performance.now() - startedAt),
    };
  } finally {
    await context.close();
  }
}

async function findTarget(page: Page, { shop, place }: CellPlan): Promise<Target> {
  await page.goto(`${shop}/.well-known/micro-frontends.json`);
  const text = await page.evaluate(() => document.body.textContent ?? '');
  const { microFrontends } = JSON.parse(text) as {
    microFrontends: Record<string, { url: string; metadata: { version: string } }[]>;
  };
  const [live] = microFrontends[place.remote] ?? [];
  if (!live) throw new Error(`${shop} has no ${place.remote}`);
  const entry = await page.goto(live.url);
  if (!entry?.ok()) throw new Error(`${live.url} was not answered`);
  return {
    ...{ shop, remote: place.remote, version: live.metadata.version },
    ...{ entry: live.url, source: await entry.text() },
  };
}

/** Waits until the place says something for good. */
async function settle(page: Page, { remote, slot }: Place, heard: Heard): Promise<CellResult['place']> {
  const id = slot === 'aside' ? asideContainerIdOf(remote) : containerIdOf(remote);
  const card = page.locator(`#${id} [data-failure]`);
  const until = performance.now() + patienceMs;
  const from = heard.events.length;
  for (let step = 0; performance.now() < until; step += 1) {
    // A panel comes when the visitor stirs.
    await page.mouse.move(step % 7, step % 5);
    await heard.flush().catch(() => undefined);
    const ran = heard.events
      .slice(from)
      .findLast((event) => event.type === 'remote-mounted' && event.remote === remote);
    if (ran?.type === 'remote-mounted') return ran.ran ?? 'pinned';
    if ((await card.count()) > 0) return `card: ${(await card.first().getAttribute('data-failure')) ?? ''}`;
    await page.waitForTimeout(100);
  }
  return 'nothing';
}

/** Goes to another remote's page by a link of the shop's frame. */
async function leave(page: Page): Promise<void> {
  await press(page, page.getByRole('contentinfo').getByRole('link', { name: 'Help', exact: true }));
  await page.getByRole('heading', { level: 1, name: 'Help' }).waitFor();
}

async function runErrand(
  page: Page,
  { search, checkout }: Errand,
): Promise<Pick<CellResult, 'search' | 'cart' | 'checkout' | 'problems'>> {
  const done = { search: false, cart: false, checkout: false };
  try {
    await searchByKeyboard(page, search.typed, search.suggestion);
    await page.waitForURL(/\/work\//);
    const add = page.getByRole('button', { name: 'Add to cart' }).first();
    await add.waitFor();
    done.search = true;
    await press(page, add);
    await page.getByRole('button', { name: 'Cart, 1 item' }).waitFor();
    done.cart = true;
    await checkOutByKeyboard(page, checkout);
    done.checkout = true;
    return { ...done, problems: [] };
  } catch (error) {
    const said = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    return { ...done, problems: [`${page.url()}: ${said}`] };
  }
}

/** Some minutes later the fault is gone, and the visitor comes to the place again: by a new page, and a press where it asks. */
async function recover(page: Page, { shop, place }: CellPlan, heard: Heard): Promise<boolean> {
  await page.addInitScript((ms) => {
    const { now } = Date;
    Date.now = () => now() + ms;
  }, laterMs);
  heard.events.length = 0;
  await page.goto(shop + place.path, { waitUntil: 'commit' });
  if ((await settle(page, place, heard)) === 'pinned') return true;
  await page
    .getByRole('button', { name: 'Try again' })
    .first()
    .click({ timeout: 2_000 })
    .catch(() => undefined);
  return (await settle(page, place, heard)) === 'pinned';
}

function wordsOf(event: TelemetryEvent, remote: string): string[] {
  if (!('remote' in event) || event.remote !== remote) return [];
  if (event.type === 'remote-failed') return [`failed: ${event.reason}${event.then ? ` → ${event.then}` : ''}`];
  if (event.type === 'remote-mounted' && event.ran === 'fallback') return [`fallback ran: ${event.because ?? ''}`];
  return [];
}
