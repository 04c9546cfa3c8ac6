import type { HealthCount, HealthMetric } from '@tessera/contracts/rollout.ts';
import { chanceOf, type Proportion } from './chance.ts';
import { countAbove, p75Of, quantileBin, sizeOf } from './histogram.ts';
import type { Measure, ReleaseCounts } from './release-counts.ts';

export interface Comparison {
  metric: HealthMetric;
  canary: HealthCount;
  stable: HealthCount;
  chance: number;
  failing: boolean;
}

export interface Verdict {
  state: 'waiting' | 'healthy' | 'failing';
  /** The worst first. */
  comparisons: readonly Comparison[];
}

/** Page views of the canary below which nothing is said of it. */
export const minViews = 20;
/** A difference that comes about by chance more rarely than this is held against the canary. */
export const maxChance = 0.0001;

/**
 * Shares of page views. The difference must be improbable *and* matter: as many bad ones at least, and as much worse.
 * `prior` is what stable is taken to have been seen with before anything was seen: it bounds what is concluded from a
 * stable release that nobody has looked at yet.
 */
const shares = {
  failures: { minBad: 5, minDifference: 0.02, prior: { bad: 1, all: 50 } },
  errors: { minBad: 8, minDifference: 0.05, prior: { bad: 2, all: 40 } },
  'api-errors': { minBad: 8, minDifference: 0.05, prior: { bad: 2, all: 40 } },
} as const;

/** Vitals: the 75th percentile is worse by this factor and by this much, each with this many measurements. */
const vitals = {
  LCP: { factor: 1.25, difference: 200, min: 50 },
  INP: { factor: 1.25, difference: 50, min: 50 },
  CLS: { factor: 1.25, difference: 0.05, min: 50 },
} as const;

const badOf: Readonly<Record<keyof typeof shares, (counts: ReleaseCounts) => number>> = {
  failures: ({ failures }) => failures,
  errors: ({ errors }) => errors,
  'api-errors': ({ apiErrors }) => apiErrors,
};

/** Whether a canary is worse than stable, by every comparison that there is enough for. */
export function judge(canary: ReleaseCounts, stable: ReleaseCounts): Verdict {
  if (canary.views < minViews) return { state: 'waiting', comparisons: [] };
  const names = Object.keys(shares) as (keyof typeof shares)[];
  const measured = Object.keys(vitals) as (keyof typeof vitals)[];
  const comparisons = [
    ...names.map((metric) => compareShare(metric, canary, stable)),
    ...measured.flatMap((metric) => compareVital(metric, canary, stable) ?? []),
  ].sort((a, b) => Number(b.failing) - Number(a.failing) || a.chance - b.chance);
  return { state: comparisons.some(({ failing }) => failing) ? 'failing' : 'healthy', comparisons };
}

function compareShare(metric: keyof typeof shares, a: ReleaseCounts, b: ReleaseCounts): Comparison {
  const rule = shares[metric];
  const canary: Proportion = { bad: badOf[metric](a), all: a.views };
  const stable: Proportion = { bad: badOf[metric](b), all: b.views };
  const expected: Proportion = { bad: stable.bad + rule.prior.bad, all: stable.all + rule.prior.all };
  const chance = chanceOf(canary, expected);
  const difference = canary.bad / canary.all - expected.bad / expected.all;
  return {
    metric,
    canary: { views: canary.all, bad: canary.bad },
    stable: { views: stable.all, bad: stable.bad },
    chance,
    failing: canary.bad >= rule.minBad && difference >= rule.minDifference && chance < maxChance,
  };
}

/** A quarter of stable's measurements is above its 75th percentile; of the canary's it must not be many more. */
function compareVital(
  metric: Measure & keyof typeof vitals,
  a: ReleaseCounts,
  b: ReleaseCounts,
): Comparison | undefined {
  const rule = vitals[metric];
  const [canary, stable] = [a.histograms[metric], b.histograms[metric]];
  const bin = quantileBin(stable, 0.75);
  const [canaryP75, stableP75] = [p75Of(metric, canary), p75Of(metric, stable)];
  if (bin === undefined || canaryP75 === undefined || stableP75 === undefined) return undefined;
  if (sizeOf(canary) < rule.min || sizeOf(stable) < rule.min) return undefined;
  const slow = { bad: countAbove(canary, bin), all: sizeOf(canary) };
  const usual = { bad: countAbove(stable, bin), all: sizeOf(stable) };
  const chance = chanceOf(slow, usual);
  const worse = canaryP75 > stableP75 * rule.factor && canaryP75 - stableP75 > rule.difference;
  return {
    metric,
    canary: { views: slow.all, bad: slow.bad, p75: canaryP75 },
    stable: { views: usual.all, bad: usual.bad, p75: stableP75 },
    chance,
    failing: worse && chance < maxChance,
  };
}
