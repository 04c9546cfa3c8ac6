import type { Browser, CDPSession } from 'playwright';
import { depthsOf } from './waterfall.ts';

export type Kind = 'html' | 'js' | 'css' | 'api';

export interface LoadedFile {
  url: string;
  kind: Kind;
  depth: number;
  /** `view`: until the page was quiet. `later`: what waits for a settled visitor. */
  when: 'view' | 'later';
}

interface Initiator {
  type: string;
  url?: string;
  stack?: Stack;
}
interface Stack {
  callFrames: { url: string }[];
  parent?: Stack;
}

const quietMs = 1_200;
/** The shell waits three seconds for a sign of life. */
const laterMs = 6_000;

const kinds: Record<string, Kind | undefined> = {
  Document: 'html',
  Script: 'js',
  Stylesheet: 'css',
  Fetch: 'api',
  XHR: 'api',
};

/** Opens a page as a first visitor does, touches nothing, and tells what was fetched in which order. */
export async function loadPage(browser: Browser, url: string): Promise<LoadedFile[]> {
  const context = await browser.newContext({ serviceWorkers: 'block' });
  try {
    const page = await context.newPage();
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    const { requests, quiet } = await watch(await context.newCDPSession(page));
    await page.goto(url, { waitUntil: 'load' });
    await quiet();
    const inView = requests.length;
    await page.waitForTimeout(laterMs);
    if (errors.length > 0) throw new Error(`${url}: ${errors.join('; ')}`);
    const depths = depthsOf(requests);
    return requests.flatMap(({ url: found, type }, index) => {
      const kind = kinds[type];
      if (!kind) return [];
      return [
        {
          url: found,
          kind,
          depth: depths.get(found) ?? 1,
          when: index < inView ? ('view' as const) : ('later' as const),
        },
      ];
    });
  } finally {
    await context.close();
  }
}

async function watch(session: CDPSession) {
  const requests: { url: string; type: string; by: string | undefined }[] = [];
  let lastAt = performance.now();
  session.on('Network.requestWillBeSent', ({ request, initiator, type = 'Other' }) => {
    // Beacons answer nobody; pictures and fonts are the same on both sides.
    if (request.url.includes('/api/session/telemetry')) return;
    if (requests.some(({ url }) => url === request.url)) return;
    // What nobody asked for is what the document puts in place once it is painted, for which it waits for its styles.
    const styles = type === 'Document' ? undefined : requests.findLast((one) => one.type === 'Stylesheet')?.url;
    const by = askedBy(initiator as Initiator);
    const isKnown = by !== request.url && requests.some(({ url }) => url === by);
    requests.push({ url: request.url, type, by: isKnown ? by : styles });
    lastAt = performance.now();
  });
  await session.send('Network.enable');
  const quiet = async (): Promise<void> => {
    while (performance.now() - lastAt < quietMs) await new Promise((resolve) => setTimeout(resolve, 50));
  };
  return { requests, quiet };
}

function askedBy({ url, stack }: Initiator): string | undefined {
  if (url) return url;
  for (let current = stack; current; current = current.parent) {
    const frame = current.callFrames.find((one) => one.url !== '');
    if (frame) return frame.url;
  }
  return undefined;
}
