import type { HealthEvidence, Rollout } from '@tessera/contracts/rollout.ts';
import type { HealthMinute, ReleaseHealthTable } from '../../../table/release-health.ts';
import { judge, type Comparison, type Verdict } from './judge.ts';
import { sumOf } from './numbers.ts';

/** How far back a rollout is looked at, and the part of it that shows what has just begun to fail. */
export const spanMinutes = { whole: 6 * 60, recent: 15 } as const;
/** Where stable was seen less than this beside the canary, as it is when all are in it, it is looked at for longer. */
const minStableViews = 200;
const stableMinutes = 24 * 60;

export interface Examination {
  state: Verdict['state'];
  comparisons: readonly Comparison[];
  /** Of the worst comparison, where it is failing. */
  evidence?: HealthEvidence;
  /** Page views of the canary since its share was last changed. */
  viewsSinceMove: number;
}

/** Holds a rollout's release against stable: over all of it, and over its last minutes. */
export async function examine(health: ReleaseHealthTable, rollout: Rollout, now: Date): Promise<Examination> {
  const { remote, release, stable } = rollout;
  const from = new Date(Math.max(Date.parse(rollout.startedAt), minutesBefore(now, spanMinutes.whole).getTime()));
  const [canary, beside] = await Promise.all([
    health.read({ remote, ...release }, { from, until: now }),
    stable ? health.read({ remote, ...stable }, { from, until: now }) : [],
  ]);
  const usual =
    stable && sumOf(beside).views < minStableViews
      ? await health.read({ remote, ...stable }, { from: minutesBefore(now, stableMinutes), until: now })
      : beside;
  const recentFrom = minutesBefore(now, spanMinutes.recent);
  const recent = judge(sumOf(since(canary, recentFrom)), sumOf(usual));
  const whole = judge(sumOf(canary), sumOf(usual));
  const told = recent.state === 'failing' ? recent : whole;
  const [worst] = told.comparisons;
  return {
    state: told.state,
    comparisons: told.comparisons,
    ...(worst?.failing
      ? {
          evidence: {
            ...withoutFailing(worst),
            from: (told === recent && recentFrom > from ? recentFrom : from).toISOString(),
            until: now.toISOString(),
            reasons: { ...sumOf(canary).reasons },
          },
        }
      : {}),
    viewsSinceMove: sumOf(since(canary, new Date(rollout.movedAt))).views,
  };
}

const minutesBefore = (now: Date, minutes: number): Date => new Date(now.getTime() - minutes * 60_000);

/** A minute that is cut through is left to what came before. */
const since = (minutes: readonly HealthMinute[], from: Date): HealthMinute[] =>
  minutes.filter(({ minute }) => Date.parse(`${minute}:00Z`) >= from.getTime() - 60_000);

const withoutFailing = ({ failing: _, ...comparison }: Comparison) => comparison;
