import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bucketOf, buckets, bucketsOf } from './bucket.ts';

const letters = '0123456789abcdefghijklmnopqrstuvwxyz';

/** Ids as the edge makes them, the same in each run. */
function visitorsOf(seed: number, count: number): string[] {
  let state = seed;
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return letters[Math.floor((state / 4294967296) * 36)] ?? '';
  };
  return Array.from({ length: count }, () => Array.from({ length: 22 }, next).join(''));
}

const visitors = visitorsOf(42, 100_000);

describe('100,000 visitors', () => {
  test.each([0, 1, 10, 50, 99, 100])('%d %% is served to its share', (percent) => {
    const share = visitors.filter((id) => bucketOf(id, 'aria', 'mfe-catalog') < bucketsOf(percent)).length / 100_000;
    const p = percent / 100;
    // Four standard errors: exact at 0 and at 100.
    expect(Math.abs(share - p)).toBeLessThanOrEqual(4 * Math.sqrt((p * (1 - p)) / 100_000));
  });

  test('fill their buckets evenly', () => {
    const counts = new Array<number>(100).fill(0);
    for (const id of visitors) {
      const at = Math.floor(bucketOf(id, 'folio', 'mfe-checkout') / 100);
      counts[at] = (counts[at] ?? 0) + 1;
    }
    const chiSquare = counts.reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0);
    // 99 degrees of freedom: above 149 once in a thousand tries.
    expect(chiSquare).toBeLessThan(149);
  });

  test('two remotes do not share their victims, nor do two tenants', () => {
    const share = (a: [string, string], b: [string, string]) =>
      visitors.filter((id) => bucketOf(id, ...a) < bucketsOf(10) && bucketOf(id, ...b) < bucketsOf(10)).length /
      100_000;
    // By chance, 1 %: four standard errors around it.
    for (const other of [
      ['aria', 'mfe-checkout'],
      ['folio', 'mfe-catalog'],
    ] as [string, string][])
      expect(Math.abs(share(['aria', 'mfe-catalog'], other) - 0.01)).toBeLessThan(4 * Math.sqrt(0.0099 / 100_000));
  });
});

test('ids that differ in one letter are far apart', () => {
  const close = visitors.slice(0, 2000).filter((id) => {
    const other = id.slice(0, -1) + (id.endsWith('a') ? 'b' : 'a');
    return Math.abs(bucketOf(id, 't', 'shell') - bucketOf(other, 't', 'shell')) < 100;
  });
  // By chance about 2 %.
  expect(close.length).toBeLessThan(80);
});

test('a bucket is whole, and within its bounds, for any names', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.string(), (visitor, tenant, remote) => {
      const bucket = bucketOf(visitor, tenant, remote);
      expect(bucket).toBe(Math.trunc(bucket));
      expect(bucket).toBeGreaterThanOrEqual(0);
      expect(bucket).toBeLessThan(buckets);
      expect(bucketOf(visitor, tenant, remote)).toBe(bucket);
    }),
  );
});

test('nobody leaves a canary while its share grows', () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 }), (visitor, a, b) => {
      const isIn = (percent: number) => bucketOf(visitor, 'aria', 'mfe-catalog') < bucketsOf(percent);
      if (isIn(Math.min(a, b))) expect(isIn(Math.max(a, b))).toBe(true);
    }),
  );
});
