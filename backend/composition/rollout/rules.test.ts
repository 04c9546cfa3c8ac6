import type { TrafficTarget } from '@tessera/contracts/api/traffic.ts';
import { ReleaseId } from '@tessera/contracts/ids.ts';
import { maxCanaries, type ReleaseRef } from '@tessera/contracts/rollout.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pause, promote, resume, rollBack, rollBackStable, rolloutOf, stepOn, type Decision } from './rules.ts';
import { pinsAt, setAt, type Pins, type SetSource, type ShopTraffic } from './shop-traffic.ts';

const act = { by: 'usr_1', at: '2026-11-01T12:00:00.000Z', reason: 'because' };
const release = (remote: string, version: string): ReleaseRef => ({
  version,
  releaseId: ReleaseId.parse(`rel_${remote}-${version}`),
});
const remotes = ['shell', 'mfe-catalog', 'mfe-checkout', 'mfe-own'];

/** Sets are kept by what they pin, as content-addressed ones are. */
const idOf = (pins: Pins): string => JSON.stringify(Object.entries(pins).sort(([a], [b]) => (a < b ? -1 : 1)));

function fresh(pinned = ['shell', 'mfe-catalog', 'mfe-checkout']): ShopTraffic {
  const pins = Object.fromEntries(pinned.map((remote) => [remote, release(remote, '1').releaseId]));
  return { revision: 1, moved: { at: act.at, by: 'seed' }, setId: idOf(pins), pins, rollouts: [], sets: [] };
}

const read = (source: SetSource): string => ('setId' in source ? source.setId : idOf(source.pins));

/** What the repository makes of a decision. */
function apply(traffic: ShopTraffic, decision: Decision | undefined): ShopTraffic {
  if (!decision?.ok || !decision.change) return traffic;
  const { stable, sets, rollouts } = decision.change;
  const setId = read(stable);
  const pins = Object.fromEntries(JSON.parse(setId) as [string, string][]);
  return { ...traffic, revision: traffic.revision + 1, setId, pins, rollouts, sets: sets.map(read) };
}

const stableOf = ({ pins }: ShopTraffic, remote: string): ReleaseRef | undefined => {
  const releaseId = pins[remote];
  return releaseId === undefined
    ? undefined
    : { releaseId: ReleaseId.parse(releaseId), version: releaseId.split('-').at(-1) ?? '' };
};

const percent = (value: number): TrafficTarget => ({ kind: 'percent', percent: value });
const promoted = (traffic: ShopTraffic, remote: string, version: string, to: TrafficTarget = percent(5)) =>
  promote(
    traffic,
    {
      ...{ remote, release: release(remote, version), stable: stableOf(traffic, remote), to },
      quarantine: undefined,
      id: `rol_${remote}-${version}`,
    },
    act,
  );

const command = fc.record({
  what: fc.constantFrom('promote', 'stable', 'plan', 'pause', 'resume', 'rollBack', 'rollBackStable', 'step'),
  remote: fc.constantFrom(...remotes),
  version: fc.constantFrom('1', '2', '3'),
  share: fc.integer({ min: 0, max: 100 }),
});

function run(
  traffic: ShopTraffic,
  { what, remote, version, share }: typeof command extends fc.Arbitrary<infer T> ? T : never,
) {
  const present = rolloutOf(traffic, remote);
  const stable = stableOf(traffic, remote);
  switch (what) {
    case 'promote':
      return promoted(traffic, remote, version, percent(share));
    case 'stable':
      return promoted(traffic, remote, version, { kind: 'stable' });
    case 'plan':
      return promoted(traffic, remote, version, { kind: 'plan' });
    case 'pause':
      return pause(traffic, remote, act);
    case 'resume':
      return resume(traffic, remote, act);
    case 'rollBack':
      return present && rollBack(traffic, present, act);
    case 'step':
      return (
        present && stepOn(traffic, present, { views: 1_000, healthy: true }, { ...act, at: '2026-12-01T12:00:00.000Z' })
      );
    default:
      return !present && stable
        ? rollBackStable(traffic, { id: 'rol_b', remote, stable, previous: release(remote, '1') }, act)
        : undefined;
  }
}

test('whatever is done, each combination of canaries has the set that pins just these', () => {
  fc.assert(
    fc.property(fc.array(command, { maxLength: 25 }), (commands) => {
      let traffic = fresh();
      for (const step of commands) {
        const before = traffic;
        traffic = apply(traffic, run(traffic, step));
        expect(traffic.sets).toHaveLength(2 ** traffic.rollouts.length - 1);
        expect(traffic.rollouts.length).toBeLessThanOrEqual(maxCanaries);
        expect(new Set(traffic.rollouts.map(({ remote }) => remote)).size).toBe(traffic.rollouts.length);
        for (let at = 0; at < 2 ** traffic.rollouts.length; at += 1)
          expect(setAt(traffic, at)).toBe(idOf(pinsAt(traffic, at)));
        for (const rollout of traffic.rollouts) {
          expect(['running', 'paused']).toContain(rollout.state);
          expect(rollout.percent).toBeGreaterThanOrEqual(0);
          expect(rollout.percent).toBeLessThanOrEqual(100);
          expect(rollout.changes.length).toBeGreaterThan(0);
        }
        // What nobody named stays with everybody who had it.
        for (const remote of remotes.filter((name) => name !== step.remote))
          expect(traffic.pins[remote]).toBe(before.pins[remote]);
      }
    }),
  );
});

test('what only takes away needs no new set, so that it needs no key to sign with', () => {
  fc.assert(
    fc.property(fc.array(command, { maxLength: 25 }), (commands) => {
      let traffic = fresh();
      for (const step of commands) {
        const decision = run(traffic, step);
        const signs =
          decision?.ok === true &&
          decision.change?.sets.concat(decision.change.stable).some((source) => 'pins' in source);
        if (['rollBack', 'step', 'pause', 'resume'].includes(step.what)) expect(signs).not.toBe(true);
        traffic = apply(traffic, decision);
      }
    }),
  );
});

describe('promote', () => {
  test('begins a canary beside stable', () => {
    const traffic = apply(fresh(), promoted(fresh(), 'mfe-catalog', '2'));
    expect(traffic.rollouts).toMatchObject([
      { remote: 'mfe-catalog', state: 'running', percent: 5, release: { version: '2' }, stable: { version: '1' } },
    ]);
    expect(traffic.pins['mfe-catalog']).toBe('rel_mfe-catalog-1');
  });
  test('of another release while one is on its way is refused', () => {
    const traffic = apply(fresh(), promoted(fresh(), 'mfe-catalog', '2'));
    expect(promoted(traffic, 'mfe-catalog', '3')).toMatchObject({
      ok: false,
      reason: 'rollout_in_progress',
      rollout: { release: { version: '2' } },
    });
  });
  test('of what is stable is refused', () => {
    expect(promoted(fresh(), 'mfe-catalog', '1')).toEqual({ ok: false, reason: 'already_stable' });
  });
  test('of what is stable is refused for one canary more than there may be', () => {
    let traffic = apply(fresh(), promoted(fresh(), 'mfe-catalog', '2'));
    traffic = apply(traffic, promoted(traffic, 'mfe-checkout', '2'));
    expect(promoted(traffic, 'shell', '2')).toMatchObject({ ok: false, reason: 'too_many_canaries' });
    expect(promoted(traffic, 'shell', '2', { kind: 'stable' })).toMatchObject({ ok: true });
  });
  test('of a quarantined release is refused, even to nobody', () => {
    const quarantine = { ...release('mfe-catalog', '2'), at: act.at, by: 'worker', reason: 'broken' };
    const wanted = { remote: 'mfe-catalog', release: release('mfe-catalog', '2'), stable: undefined, id: 'rol_1' };
    for (const to of [percent(0), { kind: 'stable' }] as TrafficTarget[])
      expect(promote(fresh(), { ...wanted, to, quarantine }, act)).toMatchObject({
        ok: false,
        reason: 'release_quarantined',
      });
  });
  test('to stable ends the canary, and all have what its visitors had', () => {
    const canary = apply(fresh(), promoted(fresh(), 'mfe-catalog', '2', percent(100)));
    const done = apply(canary, promoted(canary, 'mfe-catalog', '2', { kind: 'stable' }));
    expect(done).toMatchObject({ rollouts: [], sets: [], setId: setAt(canary, 1) });
  });
  test('to the same share changes nothing', () => {
    const traffic = apply(fresh(), promoted(fresh(), 'mfe-catalog', '2', percent(5)));
    expect(promoted(traffic, 'mfe-catalog', '2', percent(5))).toEqual({ ok: true, change: undefined });
  });
  test('brings a remote that the shop does not have', () => {
    const traffic = apply(fresh(), promoted(fresh(), 'mfe-own', '1'));
    expect(traffic.pins['mfe-own']).toBeUndefined();
    expect(setAt(traffic, 1)).toContain('rel_mfe-own-1');
    expect(traffic.rollouts[0]?.stable).toBeUndefined();
  });
});

describe('plan', () => {
  const begun = apply(fresh(), promoted(fresh(), 'mfe-catalog', '2', { kind: 'plan' }));
  const later = (minutes: number) => ({ ...act, at: new Date(Date.parse(act.at) + minutes * 60_000).toISOString() });
  const step = (traffic: ShopTraffic, seen: { views: number; healthy: boolean }, minutes: number) => {
    const [present] = traffic.rollouts;
    if (!present) throw new Error('no rollout');
    return stepOn(traffic, present, seen, later(minutes));
  };

  test('waits for its time, its page views and its health', () => {
    expect(step(begun, { views: 49, healthy: true }, 60)).toBeUndefined();
    expect(step(begun, { views: 500, healthy: true }, 9)).toBeUndefined();
    expect(step(begun, { views: 500, healthy: false }, 60)).toBeUndefined();
    expect(step(begun, { views: 50, healthy: true }, 10)).toMatchObject({
      ok: true,
      rollout: { percent: 25, step: 1 },
    });
  });
  test('goes through its steps and ends stable', () => {
    let traffic = begun;
    const seen: (number | undefined)[] = [];
    for (let minutes = 20; traffic.rollouts.length > 0; minutes += 20) {
      seen.push(traffic.rollouts[0]?.percent);
      traffic = apply(traffic, step(traffic, { views: 1_000, healthy: true }, minutes));
    }
    expect(seen).toEqual([5, 25, 50, 100]);
    expect(traffic.pins['mfe-catalog']).toBe('rel_mfe-catalog-2');
  });
  test('does not step while it is paused, and waits its time anew when it is resumed', () => {
    const paused = apply(begun, pause(begun, 'mfe-catalog', later(5)));
    expect(step(paused, { views: 1_000, healthy: true }, 60)).toBeUndefined();
    const resumed = apply(paused, resume(paused, 'mfe-catalog', later(60)));
    expect(step(resumed, { views: 1_000, healthy: true }, 65)).toBeUndefined();
    expect(step(resumed, { views: 1_000, healthy: true }, 70)).toMatchObject({ ok: true });
  });
  test('takes up a canary at the step that keeps all who are in it', () => {
    const canary = apply(fresh(), promoted(fresh(), 'mfe-catalog', '2', percent(30)));
    expect(promoted(canary, 'mfe-catalog', '2', { kind: 'plan' })).toMatchObject({ rollout: { percent: 50, step: 2 } });
  });
  test('ends when somebody sets a share', () => {
    const traffic = apply(begun, promoted(begun, 'mfe-catalog', '2', percent(40)));
    expect(traffic.rollouts[0]).toMatchObject({ percent: 40 });
    expect(traffic.rollouts[0]?.plan).toBeUndefined();
  });
});

describe('what cannot be', () => {
  test.each([
    ['pause without a canary', pause(fresh(), 'mfe-catalog', act), 'no_rollout'],
    ['resume without a canary', resume(fresh(), 'mfe-catalog', act), 'no_rollout'],
  ])('%s', (_, decision, reason) => expect(decision).toEqual({ ok: false, reason }));
  test('resume of what runs, pause of what is paused', () => {
    const running = apply(fresh(), promoted(fresh(), 'mfe-catalog', '2'));
    expect(resume(running, 'mfe-catalog', act)).toEqual({ ok: false, reason: 'not_paused' });
    const paused = apply(running, pause(running, 'mfe-catalog', act));
    expect(pause(paused, 'mfe-catalog', act)).toEqual({ ok: false, reason: 'not_running' });
  });
});
