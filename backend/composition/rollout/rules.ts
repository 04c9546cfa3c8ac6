import type { TrafficTarget } from '@tessera/contracts/api/traffic.ts';
import { defaultPlan, firstStepOf } from '@tessera/contracts/default-plan.ts';
import {
  maxCanaries,
  type HealthEvidence,
  type Quarantine,
  type ReleaseRef,
  type Rollout,
  type RolloutChange,
  type RolloutPlan,
} from '@tessera/contracts/rollout.ts';
import {
  withCanary,
  withChanged,
  withCompleted,
  withoutCanary,
  withStable,
  type Change,
  type ShopTraffic,
} from './shop-traffic.ts';

/** Who changes something, when and why. */
export interface Act {
  by: string;
  at: string;
  reason: string;
}

export type Refusal =
  | { reason: 'release_quarantined'; quarantine: Quarantine }
  | { reason: 'rollout_in_progress'; rollout: Rollout }
  | { reason: 'too_many_canaries'; rollouts: readonly Rollout[] }
  | { reason: 'already_stable' | 'no_rollout' | 'not_running' | 'not_paused' | 'nothing_before' };

export type Decision =
  | { ok: true; change: Change; rollout: Rollout; what: RolloutChange['what'] }
  /** It is so already. */
  | { ok: true; change: undefined }
  | ({ ok: false } & Refusal);

export interface Promotion {
  remote: string;
  release: ReleaseRef;
  /** What is stable now; absent for a remote that is new to the shop. */
  stable: ReleaseRef | undefined;
  to: TrafficTarget;
  quarantine: Quarantine | undefined;
  /** Of the rollout that begins. */
  id: string;
}

/** Puts a release in front of a share of the visitors, moves the share, or gives it to all. */
export function promote(traffic: ShopTraffic, wanted: Promotion, act: Act): Decision {
  const { remote, release, to, quarantine } = wanted;
  if (quarantine) return { ok: false, reason: 'release_quarantined', quarantine };
  const present = rolloutOf(traffic, remote);
  if (present && present.release.releaseId !== release.releaseId)
    return { ok: false, reason: 'rollout_in_progress', rollout: present };
  if (!present && wanted.stable?.releaseId === release.releaseId) return { ok: false, reason: 'already_stable' };
  if (to.kind === 'stable') return present ? complete(traffic, present, act) : goStable(traffic, wanted, act);
  if (present) return move(traffic, present, to, act);
  if (traffic.rollouts.length >= maxCanaries)
    return { ok: false, reason: 'too_many_canaries', rollouts: traffic.rollouts };
  const rollout = begin(wanted, to, act);
  return { ok: true, change: withCanary(traffic, rollout), rollout, what: 'started' };
}

export const rolloutOf = ({ rollouts }: ShopTraffic, remote: string): Rollout | undefined =>
  rollouts.find((rollout) => rollout.remote === remote);

type Share = Exclude<TrafficTarget, { kind: 'stable' }>;

function begin(wanted: Promotion, to: Share, act: Act): Rollout {
  const plan = to.kind === 'plan' ? (to.steps ?? defaultPlan) : undefined;
  const percent = to.kind === 'plan' ? (plan?.[0]?.percent ?? 0) : to.percent;
  return {
    ...newRollout(wanted, act),
    state: 'running',
    percent,
    ...(plan ? { plan, step: 0 } : {}),
    changes: [toChange('started', percent, act)],
  };
}

function newRollout({ id, remote, release, stable }: Promotion, { by, at }: Act) {
  const common = { id, remote, release, movedAt: at, startedAt: at, startedBy: by };
  return stable ? { ...common, stable } : common;
}

function goStable(traffic: ShopTraffic, wanted: Promotion, act: Act): Decision {
  const { remote, release } = wanted;
  const rollout: Rollout = {
    ...newRollout(wanted, act),
    state: 'completed',
    percent: 100,
    endedAt: act.at,
    changes: [toChange('completed', 100, act)],
  };
  const change = withStable(traffic, { remote, releaseId: release.releaseId }, rollout);
  return { ok: true, change, rollout, what: 'completed' };
}

/** A share that somebody sets by hand ends the plan; a plan begins with its first step that takes nobody out. */
function move(traffic: ShopTraffic, present: Rollout, to: Share, act: Act): Decision {
  const { plan: _, step: __, ...plain } = present;
  if (to.kind === 'percent') {
    if (present.percent === to.percent && !present.plan) return { ok: true, change: undefined };
    const rollout = moved(plain, to.percent, act);
    return { ok: true, change: withChanged(traffic, rollout), rollout, what: 'moved' };
  }
  const plan: RolloutPlan = to.steps ?? defaultPlan;
  const step = firstStepOf(plan, present.percent);
  const rollout: Rollout = { ...moved(plain, plan[step]?.percent ?? present.percent, act), plan, step };
  return { ok: true, change: withChanged(traffic, rollout), rollout, what: 'moved' };
}

const moved = (rollout: Rollout, percent: number, act: Act): Rollout => ({
  ...rollout,
  percent,
  movedAt: act.at,
  changes: [...rollout.changes, toChange('moved', percent, act)],
});

/** Ends a canary well: it is stable from now on. */
export function complete(traffic: ShopTraffic, present: Rollout, act: Act): Decision {
  const rollout = ended(present, 'completed', { ...act, percent: 100 });
  return { ok: true, change: withCompleted(traffic, rollout), rollout, what: 'completed' };
}

/** Keeps its share; takes no step. */
export function pause(traffic: ShopTraffic, remote: string, act: Act): Decision {
  const present = rolloutOf(traffic, remote);
  if (!present) return { ok: false, reason: 'no_rollout' };
  if (present.state !== 'running') return { ok: false, reason: 'not_running' };
  return restate(traffic, present, { state: 'paused', what: 'paused' }, act);
}

/** Steps on; the step that it stands at begins anew. */
export function resume(traffic: ShopTraffic, remote: string, act: Act): Decision {
  const present = rolloutOf(traffic, remote);
  if (!present) return { ok: false, reason: 'no_rollout' };
  if (present.state !== 'paused') return { ok: false, reason: 'not_paused' };
  return restate(traffic, present, { state: 'running', what: 'resumed' }, act);
}

function restate(
  traffic: ShopTraffic,
  present: Rollout,
  { state, what }: { state: 'running' | 'paused'; what: 'paused' | 'resumed' },
  act: Act,
): Decision {
  const rollout: Rollout = {
    ...present,
    state,
    ...(what === 'resumed' ? { movedAt: act.at } : {}),
    changes: [...present.changes, toChange(what, present.percent, act)],
  };
  return { ok: true, change: withChanged(traffic, rollout), rollout, what };
}

/** Ends a canary; its visitors are back at stable with their next page. */
export function rollBack(traffic: ShopTraffic, present: Rollout, act: Act, evidence?: HealthEvidence): Decision {
  const rollout = {
    ...ended(present, 'rolled-back', { ...act, percent: 0 }),
    ...(evidence ? { evidence } : {}),
  };
  return { ok: true, change: withoutCanary(traffic, rollout), rollout, what: 'rolled-back' };
}

/** Goes from what is stable to what was before; `previous` is undefined where nothing was. */
export function rollBackStable(
  traffic: ShopTraffic,
  {
    id,
    remote,
    stable,
    previous,
  }: { id: string; remote: string; stable: ReleaseRef; previous: ReleaseRef | undefined },
  act: Act,
): Decision {
  const rollout: Rollout = {
    ...newRollout(
      { id, remote, release: stable, stable: previous, to: { kind: 'stable' }, quarantine: undefined },
      act,
    ),
    state: 'rolled-back',
    percent: 0,
    endedAt: act.at,
    changes: [toChange('rolled-back', 0, act)],
  };
  const change = withStable(traffic, { remote, releaseId: previous?.releaseId, left: true }, rollout);
  return { ok: true, change, rollout, what: 'rolled-back' };
}

/** The next step of its plan, or its end; undefined where it stays. */
export function stepOn(
  traffic: ShopTraffic,
  present: Rollout,
  seen: { views: number; healthy: boolean },
  act: Act,
): Decision | undefined {
  const step = present.plan?.[present.step ?? 0];
  if (present.state !== 'running' || !present.plan || !step || !seen.healthy) return undefined;
  const stoodMs = Date.parse(act.at) - Date.parse(present.movedAt);
  if (stoodMs < step.minutes * 60_000 || seen.views < step.views) return undefined;
  const next = present.plan[(present.step ?? 0) + 1];
  if (!next) return complete(traffic, present, act);
  const rollout: Rollout = { ...moved(present, next.percent, act), step: (present.step ?? 0) + 1 };
  return { ok: true, change: withChanged(traffic, rollout), rollout, what: 'moved' };
}

function ended(
  rollout: Rollout,
  state: 'completed' | 'rolled-back' | 'superseded',
  act: Act & { percent: number },
): Rollout {
  const { percent } = act;
  return { ...rollout, state, percent, endedAt: act.at, changes: [...rollout.changes, toChange(state, percent, act)] };
}

/** What is left of a rollout after the shop's releases were set anew underneath it. */
export const supersede = (rollout: Rollout, act: Act): Rollout => ended(rollout, 'superseded', { ...act, percent: 0 });

const toChange = (what: RolloutChange['what'], percent: number, { at, by, reason }: Act): RolloutChange => ({
  at,
  by,
  what,
  percent,
  reason,
});
