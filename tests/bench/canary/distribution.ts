import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { createViewerFunction } from '../../../backend/local/edge/viewer-function.ts';
import { root } from '../../../scripts/lib/root.ts';

export interface Distribution {
  percent: number;
  visitors: number;
  /** In canary. */
  served: number;
  /** Four standard errors, in visitors. */
  tolerance: number;
  /** Processor time of one request in the viewer function. */
  microseconds: number;
}

export const visitorCount = 100_000;

/** Sends as many first visits through the edge's own function, each with the id that the function gives it. */
export async function distribute(percent: number): Promise<Distribution> {
  const entry = {
    ...{ tenant: 'aria', locales: ['en'], currencies: ['USD'], countries: ['US'] },
    set: 'set_stable',
    canaries: [{ remote: 'mfe-catalog', percent }],
    sets: ['set_canary'],
  };
  const code = await readFile(path.join(root, 'backend', 'dist', 'edge-viewer-request', 'index.js'), 'utf8');
  const viewer = createViewerFunction({ code, get: () => JSON.stringify(entry) });
  let served = 0;
  const before = process.cpuUsage();
  for (let visit = 0; visit < visitorCount; visit += 1) if (setOf(viewer.run(firstVisit)) === 'set_canary') served += 1;
  const { user, system } = process.cpuUsage(before);
  const p = percent / 100;
  return {
    ...{ percent, served, visitors: visitorCount },
    tolerance: 4 * Math.sqrt(visitorCount * p * (1 - p)),
    microseconds: (user + system) / visitorCount,
  };
}

const firstVisit = {
  version: '1.0',
  context: { requestId: 'r' },
  viewer: { ip: '127.0.0.1' },
  request: { method: 'GET', uri: '/', querystring: {}, headers: { host: { value: 'aria.localhost' } }, cookies: {} },
};

function setOf(passed: unknown): string {
  const { headers } = passed as { headers: Record<string, { value: string } | undefined> };
  return headers['x-tessera-view']?.value.split('|')[0] ?? '';
}
