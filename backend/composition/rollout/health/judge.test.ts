import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chanceOf } from './chance.ts';
import { binOf, edgesOf, p75Of } from './histogram.ts';
import { judge, minViews } from './judge.ts';
import { addCounts, measures, noCounts, type Histogram, type ReleaseCounts } from './release-counts.ts';

const counts = (more: Partial<ReleaseCounts>): ReleaseCounts => ({ ...noCounts, ...more });
const histogramOf = (measure: 'LCP' | 'INP', values: readonly number[]): Histogram => {
  const bins: Record<number, number> = {};
  for (const value of values) bins[binOf(measure, value)] = (bins[binOf(measure, value)] ?? 0) + 1;
  return bins;
};

/** Numbers between 0 and 1, the same in each run. */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

describe('chance', () => {
  test.each([
    // The lady who tastes tea: 3 of 4 right, and all.
    [{ bad: 3, all: 4 }, { bad: 1, all: 4 }, 17 / 70],
    [{ bad: 4, all: 4 }, { bad: 0, all: 4 }, 1 / 70],
    [{ bad: 0, all: 10 }, { bad: 5, all: 10 }, 1],
    [{ bad: 0, all: 0 }, { bad: 0, all: 0 }, 1],
  ])('of %j beside %j', (canary, stable, expected) => {
    expect(chanceOf(canary, stable)).toBeCloseTo(expected, 9);
  });

  const proportion = fc
    .integer({ min: 1, max: 400 })
    .chain((all) => fc.record({ all: fc.constant(all), bad: fc.integer({ min: 0, max: all }) }));

  test('is a probability, and no larger for one more that is bad', () => {
    fc.assert(
      fc.property(proportion, proportion, (canary, stable) => {
        const chance = chanceOf(canary, stable);
        expect(chance).toBeGreaterThanOrEqual(0);
        expect(chance).toBeLessThanOrEqual(1);
        if (canary.bad < canary.all)
          expect(chanceOf({ ...canary, bad: canary.bad + 1 }, stable)).toBeLessThanOrEqual(chance + 1e-9);
      }),
    );
  });
  test('holds for many thousands', () => {
    expect(chanceOf({ bad: 600, all: 20_000 }, { bad: 3_000, all: 100_000 })).toBeGreaterThan(0.4);
    expect(chanceOf({ bad: 800, all: 20_000 }, { bad: 3_000, all: 100_000 })).toBeLessThan(1e-9);
  });
});

describe('histogram', () => {
  test('tells a percentile to within a sixth', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 120, max: 9_000 }), { minLength: 4, maxLength: 200 }), (values) => {
        const sorted = [...values].sort((a, b) => a - b);
        const exact = sorted[Math.ceil(sorted.length * 0.75) - 1] ?? 0;
        const told = p75Of('LCP', histogramOf('LCP', values)) ?? 0;
        expect(told).toBeGreaterThanOrEqual(exact - 1);
        expect(told).toBeLessThanOrEqual((exact * 7) / 6 + 1);
      }),
    );
  });
  test.each(measures)('%s has a bin for any value', (measure) => {
    expect(binOf(measure, 0)).toBe(0);
    expect(binOf(measure, Number.MAX_VALUE)).toBe(edgesOf[measure].length);
  });
});

test('sums add up in any order', () => {
  const one = counts({
    views: 2,
    failures: 1,
    reasons: { render: 1 },
    histograms: { ...noCounts.histograms, LCP: { 3: 1 } },
  });
  const two = counts({
    views: 3,
    reasons: { network: 2 },
    histograms: { ...noCounts.histograms, LCP: { 3: 2, 5: 1 } },
  });
  expect(addCounts(one, two)).toEqual(addCounts(two, one));
  expect(addCounts(one, two)).toMatchObject({
    views: 5,
    reasons: { render: 1, network: 2 },
    histograms: { LCP: { 3: 3, 5: 1 } },
  });
});

describe('verdict', () => {
  test('waits for enough page views, however bad they are', () => {
    expect(judge(counts({ views: minViews - 1, failures: minViews - 1 }), counts({ views: 500 })).state).toBe(
      'waiting',
    );
    expect(judge(counts({ views: minViews, failures: minViews }), counts({ views: 500 })).state).toBe('failing');
  });
  test('finds a release that always fails where nobody has seen stable', () => {
    expect(judge(counts({ views: minViews, failures: minViews }), noCounts).state).toBe('failing');
  });
  test('holds a difference against it only where it matters', () => {
    const stable = counts({ views: 1_000_000, failures: 5_000 });
    // 0.5 % and 1.5 %: certain, and too little to go back for.
    expect(judge(counts({ views: 100_000, failures: 1_500 }), stable).state).toBe('healthy');
    expect(judge(counts({ views: 100_000, failures: 3_000 }), stable).state).toBe('failing');
  });
  test('does not blame the canary for what stable has as well', () => {
    expect(judge(counts({ views: 200, failures: 60 }), counts({ views: 2_000, failures: 600 })).state).toBe('healthy');
  });
  test.each([['errors'], ['apiErrors']] as const)('finds %s', (kind) => {
    expect(judge(counts({ views: 100, [kind]: 30 }), counts({ views: 1_000, [kind]: 20 }))).toMatchObject({
      state: 'failing',
      comparisons: [{ metric: kind === 'errors' ? 'errors' : 'api-errors', failing: true }, {}, {}],
    });
  });

  const normal = (random: () => number) =>
    Math.sqrt(-2 * Math.log(random() || 1e-9)) * Math.cos(2 * Math.PI * random());
  const lcp = (median: number, count: number, seed: number) => {
    const random = randomOf(seed);
    const values = Array.from({ length: count }, () => median * Math.exp(0.5 * normal(random)));
    return counts({ views: count, histograms: { ...noCounts.histograms, LCP: histogramOf('LCP', values) } });
  };
  test('finds a page that paints half as late again', () => {
    expect(judge(lcp(1_500, 300, 1), lcp(1_000, 300, 2)).comparisons[0]).toMatchObject({
      metric: 'LCP',
      failing: true,
    });
  });
  test('says nothing of pages that paint alike, or of too few', () => {
    for (let seed = 1; seed <= 20; seed += 1)
      expect(judge(lcp(1_000, 300, seed), lcp(1_000, 300, seed + 100)).state).toBe('healthy');
    expect(judge(lcp(9_000, 49, 1), lcp(1_000, 300, 2)).state).toBe('healthy');
  });
});

/** A rollout that is judged with each page view: how many page views the canary had when it was found to fail, if it was. */
function viewsUntilFound(input: {
  canary: number;
  stable: number;
  share: number;
  views: number;
  seed: number;
}): number | undefined {
  const random = randomOf(input.seed);
  const seen = { canary: { views: 0, failures: 0 }, stable: { views: 0, failures: 0 } };
  while (seen.canary.views < input.views) {
    const side = random() < input.share ? 'canary' : 'stable';
    seen[side].views += 1;
    if (random() >= input[side]) continue;
    seen[side].failures += 1;
    if (side === 'canary' && judge(counts(seen.canary), counts(seen.stable)).state === 'failing')
      return seen.canary.views;
  }
  return undefined;
}

describe('rollouts that are judged with each of their failures', () => {
  const rollouts = Array.from({ length: 1_000 }, (_, index) => index + 1);

  test.each([0.05, 0.25, 0.5])('at a share of %d, one in five failing is found before 200 page views', (share) => {
    for (const seed of rollouts) {
      const found = viewsUntilFound({ canary: 0.2, stable: 0.005, share, views: 200, seed });
      expect(found, `seed ${seed}`).toBeDefined();
    }
  });
  test('with all visitors, and stable only as it was seen before', () => {
    const before = counts({ views: 500, failures: 3 });
    for (const seed of rollouts) {
      const random = randomOf(seed);
      let failures = 0;
      let found = false;
      for (let views = 1; views <= 200 && !found; views += 1) {
        if (random() < 0.2) failures += 1;
        found = judge(counts({ views, failures }), before).state === 'failing';
      }
      expect(found, `seed ${seed}`).toBe(true);
    }
  });
  test.each([
    [0.005, 0.25],
    [0.02, 0.5],
    [0.1, 0.5],
  ])(
    'where both fail in %d of their page views, at a share of %d, one in a hundred is held against, or fewer',
    (rate, share) => {
      const wrong = rollouts.filter((seed) =>
        viewsUntilFound({ canary: rate, stable: rate, share, views: 2_000, seed }),
      );
      expect(wrong.length).toBeLessThanOrEqual(10);
    },
  );
});
