import type { Page } from 'playwright';
import { seedTenants } from '../../../backend/local/seed/content/tenants.ts';
import { withBrowser } from '../lib/browser.ts';
import { ms } from '../lib/format.ts';
import { atMost, type Section } from '../lib/section.ts';
import type { Shop } from '../lib/shop.ts';
import { percentile } from '../lib/stats.ts';
import { table } from '../lib/table.ts';
import { collectInteractions, type Interaction } from './interactions.ts';
import { purchase } from './purchase.ts';

const limitMs = 200;
/** This machine as it is, and as Lighthouse slows it down to a phone. */
const rates = [
  { slowdown: 1, title: 'this machine' },
  { slowdown: 4, title: 'four times slower' },
] as const;

/** Interaction to Next Paint of a whole purchase. */
export async function measureInp(shop: Shop): Promise<Section> {
  const found: { title: string; inp: number; interactions: Interaction[] }[] = [];
  for (const { slowdown, title } of rates) {
    const interactions = await interactionsOf(shop, slowdown);
    found.push({ title, inp: inpOf(interactions), interactions });
  }
  return {
    title: 'Interaction to Next Paint of a purchase',
    verdicts: found.map(({ title, inp }) => atMost(`INP of a purchase, ${title}`, inp, limitMs, ms)),
    body: [
      'From the search field to the confirmation, typed and pressed by script at 390 px. Interactions on the shop’s own pages that took longer than 16 ms; sign-in and payment pages are other people’s. The slowest, and where their time went:',
      table(
        ['processor', 'page', 'event', 'on', 'until it is heard', 'what it does', 'until the frame', 'in all'],
        found.flatMap(({ title, interactions }) =>
          interactions
            .toSorted((a, b) => b.durationMs - a.durationMs)
            .slice(0, 4)
            .map(({ page, name, target, durationMs, ...parts }) => [
              ...[title, `\`${page}\``, name, inCell(target)],
              ...[parts.delayMs, parts.processingMs, parts.frameMs, durationMs].map(ms),
            ]),
        ),
      ),
    ].join('\n\n'),
  };
}

const longestWords = 40;

const inCell = (words: string): string =>
  (words.length > longestWords ? `${words.slice(0, longestWords)}…` : words).replaceAll('|', '\\|');

function interactionsOf(shop: Shop, slowdown: number): Promise<Interaction[]> {
  const origin = shop.originOf('aria.localhost');
  return withBrowser(async (browser) => {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 }, serviceWorkers: 'block' });
    const read = await collectInteractions(context, origin);
    const page = await context.newPage();
    page.setDefaultTimeout(60_000);
    await slowDown(page, slowdown);
    const [buyer] = shop.buyers;
    if (!buyer) throw new Error('The shop has no buyers');
    await purchase(page, origin, buyer, wanted());
    // Event Timing tells of an interaction after its frame.
    await page.waitForTimeout(500);
    return read();
  });
}

/** As web-vitals counts it: the slowest, and of more than fifty the 98th percentile. */
function inpOf(interactions: readonly Interaction[]): number {
  if (interactions.length === 0) return 0;
  return percentile(
    interactions.map(({ durationMs }) => durationMs),
    interactions.length > 50 ? 0.98 : 1,
  );
}

async function slowDown(page: Page, rate: number): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate });
}

function wanted() {
  const work = seedTenants
    .find(({ profile }) => profile.id === 'aria')
    ?.works.find(({ products }) => products.some(({ delivery }) => delivery === 'digital'));
  if (!work) throw new Error('The shop Aria sells no files');
  return { typed: work.title.slice(0, -2), title: work.title, region: 'CA', postalCode: '94103' };
}
