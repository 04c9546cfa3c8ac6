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
/** Lighthouse's phone. */
const slowdown = 4;

/** Interaction to Next Paint of a whole purchase, on a processor four times slower. */
export async function measureInp(shop: Shop): Promise<Section> {
  const origin = shop.originOf('aria.localhost');
  const interactions = await withBrowser(async (browser) => {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 }, serviceWorkers: 'block' });
    const read = await collectInteractions(context);
    const page = await context.newPage();
    page.setDefaultTimeout(60_000);
    await slowDown(page);
    const [buyer] = shop.buyers;
    if (!buyer) throw new Error('The shop has no buyers');
    await purchase(page, origin, buyer, wanted());
    // Event Timing tells of an interaction after its frame.
    await page.waitForTimeout(500);
    return read();
  });
  // The hosted sign-in and payment pages are other people's.
  const own = interactions.filter(({ page }) => page.startsWith('aria.localhost'));
  const inp = inpOf(own);
  return {
    title: 'Interaction to Next Paint of a purchase',
    verdicts: [atMost('INP of a purchase', inp, limitMs, ms)],
    body: [
      `From the search field to the confirmation, typed and pressed by script at 390 px, processor ${slowdown} times slower: ${own.length} interactions longer than 16 ms on the shop’s own pages, INP ${ms(inp)}. The slowest:`,
      table(
        ['page', 'event', 'until the next frame'],
        own
          .toSorted((a, b) => b.durationMs - a.durationMs)
          .slice(0, 6)
          .map(({ page, name, durationMs }) => [`\`${page.replace(/^[^/]+/, '')}\``, name, ms(durationMs)]),
      ),
    ].join('\n\n'),
  };
}

/** As web-vitals counts it: the slowest, and of more than fifty the 98th percentile. */
function inpOf(interactions: readonly Interaction[]): number {
  if (interactions.length === 0) return 0;
  return percentile(
    interactions.map(({ durationMs }) => durationMs),
    interactions.length > 50 ? 0.98 : 1,
  );
}

async function slowDown(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
}

function wanted() {
  const work = seedTenants
    .find(({ profile }) => profile.id === 'aria')
    ?.works.find(({ products }) => products.some(({ delivery }) => delivery === 'digital'));
  if (!work) throw new Error('The shop Aria sells no files');
  return { typed: work.title.slice(0, -2), title: work.title, region: 'CA', postalCode: '94103' };
}
