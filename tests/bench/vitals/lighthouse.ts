import lighthouse from 'lighthouse';
import { freePort } from '../../../backend/local/engines/process.ts';
import { seedTenants } from '../../../backend/local/seed/content/tenants.ts';
import { withBrowser } from '../lib/browser.ts';
import { kB, ms, seconds, shift } from '../lib/format.ts';
import { ask } from '../lib/loopback.ts';
import { atMost, type Section } from '../lib/section.ts';
import type { Shop } from '../lib/shop.ts';
import { median } from '../lib/stats.ts';
import { table } from '../lib/table.ts';

const lcpLimitMs = 1_200;

/** What a run says of a page. */
interface Vitals {
  lcpMs: number;
  fcpMs: number;
  tbtMs: number;
  cls: number;
  bytes: number;
  score: number;
}

const audits = {
  lcpMs: 'largest-contentful-paint',
  fcpMs: 'first-contentful-paint',
  tbtMs: 'total-blocking-time',
  cls: 'cumulative-layout-shift',
  bytes: 'total-byte-weight',
} as const;

/** Lighthouse's phone on a slow network, simulated, over three pages of a shop. */
export async function measureLighthouse(shop: Shop, runs: number): Promise<Section> {
  const origin = shop.originOf('aria.localhost');
  const port = await freePort();
  const measured = await withBrowser(async () => {
    const rows: { title: string; vitals: Vitals }[] = [];
    for (const { title, path } of pages()) rows.push({ title, vitals: await medianOf(`${origin}${path}`, port, runs) });
    return rows;
  }, [`--remote-debugging-port=${port}`]);
  return {
    title: 'Lighthouse, mobile',
    verdicts: measured.map(({ title, vitals }) => atMost(`LCP of ${title}`, vitals.lcpMs, lcpLimitMs, seconds)),
    body: [
      `Lighthouse’s default phone (simulated slow 4G, processor four times slower), median of ${runs}, edge warm, browser storage empty. Bytes are everything the page fetched, pictures and fonts too.`,
      table(
        ['page', 'LCP', 'FCP', 'TBT', 'CLS', 'bytes', 'performance'],
        measured.map(({ title, vitals }) => [
          title,
          seconds(vitals.lcpMs),
          seconds(vitals.fcpMs),
          ms(vitals.tbtMs),
          shift(vitals.cls),
          kB(vitals.bytes),
          String(Math.round(vitals.score * 100)),
        ]),
      ),
    ].join('\n\n'),
  };
}

function pages(): { title: string; path: string }[] {
  const work = seedTenants.find(({ profile }) => profile.id === 'aria')?.works[0];
  if (!work) throw new Error('The shop Aria has no works');
  return [
    { title: 'home', path: '/' },
    { title: 'listing', path: `/browse/${work.kind}` },
    { title: 'work page', path: `/work/${work.id}/${work.slug}` },
  ];
}

async function medianOf(url: string, port: number, runs: number): Promise<Vitals> {
  for (let index = 0; index < 2; index += 1) await ask(new URL(url), { headers: { 'accept-encoding': 'br' } });
  const found: Vitals[] = [];
  for (let index = 0; index < runs; index += 1) found.push(await runOnce(url, port));
  const of = (pick: (vitals: Vitals) => number): number => median(found.map(pick));
  return {
    lcpMs: of((one) => one.lcpMs),
    fcpMs: of((one) => one.fcpMs),
    tbtMs: of((one) => one.tbtMs),
    cls: of((one) => one.cls),
    bytes: of((one) => one.bytes),
    score: of((one) => one.score),
  };
}

async function runOnce(url: string, port: number): Promise<Vitals> {
  const lhr = await auditPage(url, port);
  const numberOf = (audit: keyof typeof audits): number => {
    const value = lhr.audits[audits[audit]]?.numericValue;
    if (value === undefined) throw new Error(`${url}: no ${audits[audit]}`);
    return value;
  };
  return {
    lcpMs: numberOf('lcpMs'),
    fcpMs: numberOf('fcpMs'),
    tbtMs: numberOf('tbtMs'),
    cls: numberOf('cls'),
    bytes: numberOf('bytes'),
    score: lhr.categories['performance']?.score ?? 0,
  };
}

/** What went wrong with the recording, not with the page: Lighthouse itself asks for another run. */
const notRecorded = new Set(['NO_NAVSTART', 'NO_TRACING_STARTED', 'NO_SPEEDLINE_FRAMES', 'NO_SCREENSHOTS']);

async function auditPage(url: string, port: number, triesLeft = 2) {
  const result = await lighthouse(url, { port, onlyCategories: ['performance'], logLevel: 'error', output: 'json' });
  const failure = result?.lhr.runtimeError;
  if (result && !failure) return result.lhr;
  if (failure && notRecorded.has(failure.code) && triesLeft > 0) return auditPage(url, port, triesLeft - 1);
  throw new Error(`${url}: ${failure?.message ?? 'Lighthouse answered nothing'}`);
}
