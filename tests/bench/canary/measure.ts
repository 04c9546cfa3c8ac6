import { count, ms } from '../lib/format.ts';
import { atMost, type Section, type Verdict } from '../lib/section.ts';
import type { Shop } from '../lib/shop.ts';
import { median } from '../lib/stats.ts';
import { table } from '../lib/table.ts';
import { distribute, visitorCount, type Distribution } from './distribution.ts';
import { timeRollbacks } from './rollback.ts';

const percents = [0, 1, 10, 50, 99, 100];
const limitMs = 2_000;

/** Who gets a canary, and how soon nobody has it any more. */
export async function measureCanary(shop: Pick<Shop, 'port' | 'env'>, runs: number): Promise<Section> {
  const found: Distribution[] = [];
  for (const percent of percents) found.push(await distribute(percent));
  const times = await timeRollbacks(shop, runs);
  return {
    title: 'Canaries',
    verdicts: [shareVerdict(found), atMost('Rollback until a page view is stable', Math.max(...times), limitMs, ms)],
    body: [
      `${count(visitorCount)} first visits through the bundle of the edge’s viewer function, for each share.`,
      table(
        ['share', 'in canary', 'expected', 'four standard errors', 'processor time of a request'],
        found.map(({ percent, visitors, served, tolerance, microseconds }) => [
          `${percent} %`,
          count(served),
          count((visitors * percent) / 100),
          `± ${count(Math.round(tolerance))}`,
          `${microseconds.toFixed(1)} µs`,
        ]),
      ),
      `From the call of a rollback (deploy token, through the edge) to the first page view that is served stable from the edge, polled every 10 ms, ${runs} times: median ${ms(median(times))}, longest ${ms(Math.max(...times))}.`,
    ].join('\n\n'),
  };
}

function shareVerdict(found: readonly Distribution[]): Verdict {
  const off = found.filter(({ percent, visitors, served, tolerance }) => {
    const difference = Math.abs(served - (visitors * percent) / 100);
    return difference > tolerance;
  });
  return {
    what: `Shares of ${count(visitorCount)} visitors`,
    value: off.length === 0 ? 'all within' : `off at ${off.map(({ percent }) => `${percent} %`).join(', ')}`,
    target: 'four standard errors; 0 % nobody',
    met: off.length === 0,
  };
}
