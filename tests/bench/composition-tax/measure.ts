import { rm } from 'node:fs/promises';
import type { Browser } from 'playwright';
import { withBrowser } from '../lib/browser.ts';
import type { Section } from '../lib/section.ts';
import type { Shop } from '../lib/shop.ts';
import { buildMonolith } from '../monolith/build.ts';
import { serveMonolith } from '../monolith/serve.ts';
import { comparison, fileList, verdictsOf, type WeighedFile, weightOf } from './compare.ts';
import { loadPage } from './load-page.ts';
import { wireBytes } from './wire-bytes.ts';

/** The first catalog view, composed and as one application of the same source. */
export async function measureCompositionTax(shop: Shop): Promise<Section> {
  const shopOrigin = shop.originOf('aria.localhost');
  const monolith = await buildMonolith();
  const server = await serveMonolith(monolith, shopOrigin);
  try {
    const { composed, one } = await withBrowser(async (browser) => ({
      composed: await weigh(browser, shopOrigin),
      one: await weigh(browser, server.origin),
    }));
    const [composedWeight, oneWeight] = [weightOf(composed), weightOf(one)];
    return {
      title: 'Composition tax',
      verdicts: verdictsOf(composedWeight, oneWeight),
      body: [
        'The home page of a shop for a first visitor who touches nothing, in Chromium. One application is the same source with the same split points in one Vite build, without federation, import map and single-spa, with the same markup and data in its document. Bytes are bodies as they come over the wire (brotli). Pictures, fonts and beacons are the same on both sides and left out. The document has depth 1, what it names 2. “Later” is what waits for a visitor who has settled: chat and vitals; it is in the lists and in no sum.',
        comparison(composedWeight, oneWeight),
        `<details><summary>Files, composed</summary>\n\n${fileList(composed)}\n\n</details>`,
        `<details><summary>Files, one application</summary>\n\n${fileList(one)}\n\n</details>`,
      ].join('\n\n'),
    };
  } finally {
    await server.stop();
    await rm(monolith.folder, { recursive: true, force: true });
  }
}

async function weigh(browser: Browser, origin: string): Promise<WeighedFile[]> {
  // A cold function's first document may carry a skeleton.
  await loadPage(browser, `${origin}/`);
  const files = await loadPage(browser, `${origin}/`);
  const weighed: WeighedFile[] = [];
  for (const file of files) weighed.push({ ...file, bytes: file.kind === 'api' ? 0 : await wireBytes(file.url) });
  return weighed;
}
