import { z } from 'zod';
import { ReleaseId } from './ids.ts';
import { RemoteName } from './remote-manifest.ts';

/** Remotes of a tenant that may be in canary at once: every combination of them is a release set of its own. */
export const maxCanaries = 2;

export const RolloutState = z.enum([
  /** Takes its share of the visitors, and steps up where it has a plan. */
  'running',
  /** Keeps its share, but takes no step. Its health is watched all the same. */
  'paused',
  /** Became stable. */
  'completed',
  /** Ended by a person or by its health; its visitors are back at stable. */
  'rolled-back',
  /** Ended because the shop's releases were set anew underneath it. */
  'superseded',
]);
export type RolloutState = z.infer<typeof RolloutState>;

/** Whole per cent of the visitors. */
export const Percent = z.int().min(0).max(100);

export const RolloutStep = z.object({
  percent: Percent.min(1),
  /** The step lasts at least this long, … */
  minutes: z.number().min(0).max(10_080),
  /** … and until the canary was seen in this many page views. */
  views: z.int().min(0).max(1_000_000),
});
export type RolloutStep = z.infer<typeof RolloutStep>;

/** Shares that only grow; when the last one is done well, the release becomes stable. */
export const RolloutPlan = z
  .array(RolloutStep)
  .min(1)
  .max(10)
  .refine((steps) => steps.every(({ percent }, index) => percent > (steps[index - 1]?.percent ?? 0)), {
    message: 'Each step takes a larger share than the one before.',
  });
export type RolloutPlan = z.infer<typeof RolloutPlan>;

export const ReleaseRef = z.object({ version: z.string(), releaseId: ReleaseId });
export type ReleaseRef = z.infer<typeof ReleaseRef>;

/** What is compared. `failures` are page views in which the remote was not loaded or not mounted. */
export const HealthMetric = z.enum(['failures', 'errors', 'api-errors', 'LCP', 'INP', 'CLS']);
export type HealthMetric = z.infer<typeof HealthMetric>;

/** One side of a comparison. */
export const HealthCount = z.object({
  /** Page views, or measurements of a vital. */
  views: z.int().nonnegative(),
  /** Those that are bad; of a vital, those above the 75th percentile of stable. */
  bad: z.int().nonnegative(),
  /** 75th percentile of a vital: milliseconds, or the score of CLS. */
  p75: z.number().optional(),
});
export type HealthCount = z.infer<typeof HealthCount>;

/** Why a canary was found worse than stable, as it stood when it was rolled back. */
export const HealthEvidence = z
  .object({
    metric: HealthMetric,
    from: z.iso.datetime(),
    until: z.iso.datetime(),
    canary: HealthCount,
    stable: HealthCount,
    /** Probability of as large a difference where the canary is no worse than stable. */
    chance: z.number(),
    /** Failures of the canary by reason, e.g. `{ render: 12 }`. */
    reasons: z.record(z.string(), z.int()),
  })
  .meta({ id: 'HealthEvidence' });
export type HealthEvidence = z.infer<typeof HealthEvidence>;

/** What happened to a rollout, oldest first. */
export const RolloutChange = z.object({
  at: z.iso.datetime(),
  /** User id, token name, or the function that acted on its own. */
  by: z.string(),
  what: z.enum(['started', 'moved', 'paused', 'resumed', 'completed', 'rolled-back', 'superseded']),
  percent: Percent,
  reason: z.string(),
});
export type RolloutChange = z.infer<typeof RolloutChange>;

/** One release of one remote on its way to a tenant's visitors. */
export const Rollout = z
  .object({
    id: z.string(),
    remote: RemoteName,
    state: RolloutState,
    release: ReleaseRef,
    /** What the others get, and what a rollback leads back to; absent for a remote that is new to the shop. */
    stable: ReleaseRef.optional(),
    percent: Percent,
    plan: RolloutPlan.optional(),
    /** Index of the plan's step. */
    step: z.int().nonnegative().optional(),
    /** When its share was last changed. */
    movedAt: z.iso.datetime(),
    startedAt: z.iso.datetime(),
    startedBy: z.string(),
    endedAt: z.iso.datetime().optional(),
    evidence: HealthEvidence.optional(),
    changes: z.array(RolloutChange),
  })
  .meta({ id: 'Rollout' });
export type Rollout = z.infer<typeof Rollout>;

/** A release that is not to be promoted again until somebody lifts this. */
export const Quarantine = z
  .object({ releaseId: ReleaseId, version: z.string(), at: z.iso.datetime(), by: z.string(), reason: z.string() })
  .meta({ id: 'Quarantine' });
export type Quarantine = z.infer<typeof Quarantine>;
