import { liveChannel } from '@tessera/contracts/channel.ts';
import type { TrafficTarget } from '@tessera/contracts/api/traffic.ts';
import type { HealthEvidence, Quarantine, ReleaseRef, Rollout } from '@tessera/contracts/rollout.ts';
import { conflict } from '../../platform/errors.ts';
import type { Clock } from '../../platform/clock.ts';
import type { NewId } from '../../platform/ids.ts';
import type { Table } from '../../table/client.ts';
import { createReleaseSet } from '../publish/create-release-set.ts';
import { fallbackPins } from '../publish/fallback-pins.ts';
import { logEntityOf } from '../registry/release-log.ts';
import type { MissingSlice } from '../registry/slice-needs.ts';
import type { Signer } from '../signing.ts';
import { findPrevious } from './find-previous.ts';
import type { TrafficRepository } from './repository.ts';
import {
  pause,
  promote,
  resume,
  rollBack,
  rollBackStable,
  rolloutOf,
  stepOn,
  type Act,
  type Decision,
  type Refusal,
} from './rules.ts';
import type { SetSource, ShopTraffic } from './shop-traffic.ts';

export interface TrafficManagerDeps {
  table: Table;
  tenantId: string;
  repository: TrafficRepository;
  /** Signs new combinations; who only takes traffic away needs none. */
  signer?: Signer;
  clock: Clock;
  newId: NewId;
}

/** Who asks for a change, why, and what of the traffic they have seen; without `revision` what stands now. */
export interface Wish {
  by: string;
  reason: string;
  revision?: number | undefined;
}

export type Changed =
  | { ok: true; rollout: Rollout | undefined }
  | ({ ok: false } & (
      | Refusal
      | { reason: 'nothing_live' | 'unknown_release' }
      | { reason: 'slice_missing'; missing: readonly MissingSlice[] }
      | { reason: 'traffic_moved'; revision: number; moved: ShopTraffic['moved'] }
    ));

type Live = NonNullable<Awaited<ReturnType<TrafficRepository['find']>>>;
type Decided = Decision | { ok: false; reason: 'unknown_release' };
interface Extras {
  free?: { remote: string; releaseId: string };
  quarantine?: (rollout: Rollout) => Quarantine;
}

/** Changes who gets what: reads, decides by the rules, makes what sets are missing, and writes under what was read. */
export function createTrafficManager(deps: TrafficManagerDeps) {
  const { repository, tenantId, table, clock, newId } = deps;

  async function change(
    remote: string,
    wish: Wish,
    decide: (live: Live, act: Act) => Decided | Promise<Decided>,
    extras: Extras = {},
  ): Promise<Changed> {
    const live = await repository.find();
    if (!live) return { ok: false, reason: 'nothing_live' };
    if (wish.revision !== undefined && wish.revision !== live.revision) return movedMeanwhile(live);
    const act: Act = { by: wish.by, at: clock().toISOString(), reason: wish.reason };
    const decision = await decide(live, act);
    if (!decision.ok) return decision;
    if (!decision.change) return { ok: true, rollout: rolloutOf(live, remote) };
    const { rollout, what } = decision;
    const { stable, sets, rollouts, ended } = decision.change;
    const { version, releaseId } = rollout.release;
    const setId = await make(stable, live, act);
    const setIds = await Promise.all(sets.map((source) => make(source, live, act)));
    const written = await repository.write(live, {
      ...{ setId, sets: setIds, rollouts },
      written: [...rollouts.filter(({ id }) => id === rollout.id), ...ended],
      ...(extras.free ? { free: extras.free } : {}),
      ...(extras.quarantine ? { quarantine: { remote, entry: extras.quarantine(rollout) } } : {}),
      moved: { at: act.at, by: act.by, what: `${remote} ${version} ${what}, ${rollout.percent} %` },
      audit: {
        id: newId('aud'),
        entity: logEntityOf(remote),
        what: `rollout.${what}`,
        data: {
          ...{ version, releaseId, percent: rollout.percent, why: act.reason, rolloutId: rollout.id },
          ...(extras.quarantine ? { quarantined: true } : {}),
        },
      },
    });
    if (written) return { ok: true, rollout };
    const missing = await repository.missingSlices([setId, ...setIds]);
    if (missing.length > 0) return { ok: false, reason: 'slice_missing', missing };
    const now = await repository.find();
    return now && now.revision !== live.revision
      ? movedMeanwhile(now)
      : { ok: false, reason: 'traffic_moved', revision: live.revision, moved: live.moved };
  }

  async function make(source: SetSource, live: Live, act: Act): Promise<string> {
    if ('setId' in source) return source.setId;
    if (!deps.signer) throw new Error('a new release set cannot be signed here');
    const { pins, left } = source;
    const present = await repository.findSet(live.setId);
    const { [left ?? '']: _, ...fallbacks } = fallbackPins(pins, present);
    const made = await createReleaseSet({
      ...{ tenantId, channel: liveChannel, releases: pins, fallbacks, createdBy: act.by },
      ...{ table, signer: deps.signer, now: clock },
    });
    if (!made.ok && (made.reason === 'routes_taken' || made.reason === 'version_taken'))
      throw conflict(made.reason, `${made.detail}.`);
    if (!made.ok) throw new Error(`no release set for ${tenantId}: ${JSON.stringify(made)}`);
    return made.set.id;
  }

  const stableOf = async ({ pins }: ShopTraffic, remote: string): Promise<ReleaseRef | undefined> => {
    const releaseId = pins[remote];
    return releaseId === undefined ? undefined : repository.findRelease(remote, { releaseId });
  };

  return {
    async promote(remote: string, wish: Wish & { version: string; to: TrafficTarget }): Promise<Changed> {
      const release = await repository.findRelease(remote, { version: wish.version });
      if (!release) return { ok: false, reason: 'unknown_release' };
      const { releaseId } = release;
      return change(
        remote,
        wish,
        async (live, act) => {
          const [stable, quarantine] = await Promise.all([
            stableOf(live, remote),
            repository.findQuarantine(remote, releaseId),
          ]);
          return promote(live, { remote, release, stable, to: wish.to, quarantine, id: newId('rol') }, act);
        },
        { free: { remote, releaseId } },
      );
    },

    pause: (remote: string, wish: Wish) => change(remote, wish, (live, act) => pause(live, remote, act)),

    resume: (remote: string, wish: Wish) => change(remote, wish, (live, act) => resume(live, remote, act)),

    /** Ends the canary; without one, leads back to what was stable before. */
    rollback: (remote: string, wish: Wish & { quarantine: boolean }) =>
      change(
        remote,
        wish,
        async (live, act): Promise<Decided> => {
          const present = rolloutOf(live, remote);
          if (present) return rollBack(live, present, act);
          const stable = await stableOf(live, remote);
          if (!stable) return { ok: false, reason: 'no_rollout' };
          const found = await findPrevious(repository, live.history, { remote, stable });
          if (!found.ok) return { ok: false, reason: 'nothing_before' };
          return rollBackStable(live, { id: newId('rol'), remote, stable, previous: found.release }, act);
        },
        wish.quarantine ? { quarantine: (rollout) => toQuarantine(rollout, wish, clock) } : {},
      ),

    /** Takes a canary back for its health, and keeps it from being promoted again. */
    rollBackFailing: (failing: Rollout, evidence: HealthEvidence, wish: Wish) =>
      change(
        failing.remote,
        wish,
        (live, act) => {
          const present = rolloutOf(live, failing.remote);
          return present?.id === failing.id
            ? rollBack(live, present, act, evidence)
            : { ok: false, reason: 'no_rollout' };
        },
        { quarantine: (rollout) => toQuarantine(rollout, wish, clock) },
      ),

    /** Keeps a release from being promoted, or allows it again. One that is on its way stays there. */
    async setQuarantine(
      remote: string,
      { version, quarantined, by, reason }: Wish & { version: string; quarantined: boolean },
    ): Promise<Changed> {
      const release = await repository.findRelease(remote, { version });
      if (!release) return { ok: false, reason: 'unknown_release' };
      const at = clock().toISOString();
      await repository.setQuarantine(remote, { ...release, at, by, reason }, quarantined, newId('aud'));
      return { ok: true, rollout: undefined };
    },

    /** The next step of a healthy rollout's plan, where it is due; undefined where it is not. */
    async stepOn(due: Rollout, seen: { views: number; healthy: boolean }, wish: Wish): Promise<Changed | undefined> {
      let isDue = true;
      const result = await change(due.remote, wish, (live, act) => {
        const present = rolloutOf(live, due.remote);
        const decision = present?.id === due.id ? stepOn(live, present, seen, act) : undefined;
        isDue = decision !== undefined;
        return decision ?? { ok: true, change: undefined };
      });
      return isDue ? result : undefined;
    },
  };
}

export type TrafficManager = ReturnType<typeof createTrafficManager>;

const movedMeanwhile = ({ revision, moved }: ShopTraffic): Changed => ({
  ok: false,
  reason: 'traffic_moved',
  revision,
  moved,
});

const toQuarantine = ({ release }: Rollout, { by, reason }: Wish, clock: Clock): Quarantine => ({
  ...release,
  at: clock().toISOString(),
  by,
  reason,
});
