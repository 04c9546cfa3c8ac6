import type { TrafficTarget } from '@tessera/contracts/api/traffic.ts';
import type { HealthEvidence } from '@tessera/contracts/rollout.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { newId } from '../../platform/ids.ts';
import { createAuditLog } from '../../table/audit-log.ts';
import { createRolloutEntity } from '../../table/rollout.ts';
import { setChannel } from '../publish/set-channel.ts';
import { createRegistry } from '../registry/registry.ts';
import { createDynamoReleaseRepository } from '../registry/repository.dynamo.ts';
import { createTestBucket } from '../testing/bucket.ts';
import { distOf, shopDists } from '../testing/dist.ts';
import { createWorld, type World } from '../testing/world.ts';
import { createTrafficManager, type TrafficManager } from './manage-traffic.ts';
import { createDynamoTrafficRepository } from './repository.dynamo.ts';
import type { TrafficRepository } from './repository.ts';

const remote = 'mfe-catalog';
let s3: World['s3'];
let world: World;
let repository: TrafficRepository;
let traffic: TrafficManager;
let firstSet: string;

beforeAll(async () => {
  s3 = await createTestBucket();
});
afterAll(() => s3.stop());
beforeEach(async () => {
  world = await createWorld({ s3 });
  firstSet = await world.goLive();
  repository = createDynamoTrafficRepository(world.table, world.tenantId);
  traffic = createTrafficManager({
    ...{ table: world.table, tenantId: world.tenantId, repository, signer: world.keys.signer },
    ...{ clock: () => new Date(), newId },
  });
});

const wish = { by: 'usr_1', reason: 'because' };
const percent = (value: number): TrafficTarget => ({ kind: 'percent', percent: value });
const publish = (version: string, name: string = remote) => world.publish(distOf({ version, name }));
const promote = (version: string, to: TrafficTarget = percent(5), more: { revision?: number; by?: string } = {}) =>
  traffic.promote(remote, { ...wish, version, to, ...more });
const find = async () => {
  const found = await repository.find();
  if (!found) throw new Error('nothing is live');
  return found;
};
const pinsOf = async (setId: string | undefined) => (await repository.findSet(setId ?? ''))?.releases ?? {};
const audited = async () =>
  (await createAuditLog(world.table, world.tenantId).of(`remote:${remote}`, 20))
    .filter(({ what }) => what.startsWith('rollout.'))
    .map(({ what, by, data }) => `${what} by ${by}: ${String(data?.['why'])}`);

test('a canary has a signed set of its own, and stable stays', async () => {
  const releaseId = await publish('2.0.0');
  expect(await promote('2.0.0')).toMatchObject({ ok: true, rollout: { state: 'running', percent: 5 } });
  const now = await find();
  expect(now).toMatchObject({ revision: 2, setId: firstSet, rollouts: [{ remote, release: { releaseId } }] });
  expect(await pinsOf(now.sets[0])).toEqual({ ...(await pinsOf(firstSet)), [remote]: releaseId });
  const refused: unknown[] = [];
  const registry = createRegistry({
    repositoryFor: (tenantId) => createDynamoReleaseRepository(world.table, tenantId),
    verify: world.keys.verify,
    events: { refused: (refusal) => refused.push(refusal) },
  });
  const live = await registry.find(world.tenantId, { setId: now.sets[0] ?? '' });
  expect(live?.remotes.get(remote)?.releaseId).toBe(releaseId);
  expect(refused).toEqual([]);
  expect(await audited()).toEqual(['rollout.started by usr_1: because']);
});

test('two canaries are four sets; what is done with one leaves the other', async () => {
  const [catalog, checkout] = [await publish('2.0.0'), await publish('2.0.0', 'mfe-checkout')];
  await promote('2.0.0');
  await traffic.promote('mfe-checkout', { ...wish, version: '2.0.0', to: percent(20) });
  const both = await find();
  expect(await Promise.all(both.sets.map(pinsOf))).toMatchObject([
    { [remote]: catalog },
    { 'mfe-checkout': checkout },
    { [remote]: catalog, 'mfe-checkout': checkout },
  ]);
  await promote('2.0.0', { kind: 'stable' });
  const after = await find();
  expect(after).toMatchObject({
    setId: both.sets[0],
    sets: [both.sets[2]],
    rollouts: [{ remote: 'mfe-checkout', percent: 20 }],
  });
});

describe('two at once', () => {
  test('one wins, the other is told who and what', async () => {
    await publish('2.0.0');
    await publish('3.0.0');
    const outcomes = await Promise.all([
      promote('2.0.0', percent(5), { by: 'usr_a' }),
      promote('3.0.0', percent(10), { by: 'usr_b' }),
    ]);
    const won = outcomes.find(({ ok }) => ok);
    const lost = outcomes.find(({ ok }) => !ok);
    expect(won).toMatchObject({ ok: true });
    const { by } = (await find()).moved;
    expect(lost).toMatchObject({ reason: 'traffic_moved', revision: 2, moved: { by } });
    expect(lost && 'moved' in lost ? lost.moved.what : '').toMatch(/^mfe-catalog [23]\.0\.0 started, (5|10) %$/);
    expect(await audited()).toHaveLength(1);
    expect((await find()).rollouts).toHaveLength(1);
  });
  test('who decided on what no longer is changes nothing', async () => {
    await publish('2.0.0');
    const { revision } = await find();
    await promote('2.0.0');
    expect(await promote('2.0.0', percent(50), { revision })).toMatchObject({
      ok: false,
      reason: 'traffic_moved',
      revision: revision + 1,
    });
    expect((await find()).rollouts[0]?.percent).toBe(5);
  });
});

test('an unknown version, a version of another remote and one that is only reserved are not promoted', async () => {
  await publish('2.0.0', 'mfe-checkout');
  expect(await promote('9.9.9')).toEqual({ ok: false, reason: 'unknown_release' });
  expect(await promote('2.0.0')).toEqual({ ok: false, reason: 'unknown_release' });
});

describe('rollback', () => {
  test('ends a canary and needs no key for it', async () => {
    await publish('2.0.0');
    await promote('2.0.0', percent(50));
    const keyless = createTrafficManager({
      ...{ table: world.table, tenantId: world.tenantId, repository, clock: () => new Date(), newId },
    });
    expect(await keyless.rollback(remote, { ...wish, quarantine: false })).toMatchObject({ ok: true });
    expect(await find()).toMatchObject({ setId: firstSet, rollouts: [], sets: [] });
    expect(await repository.rollouts(remote, 5)).toMatchObject([{ state: 'rolled-back', percent: 0 }]);
  });

  test('without a canary goes back to what was stable before, and back again only by a promotion', async () => {
    const first = (await find()).pins[remote];
    await publish('2.0.0');
    await publish('3.0.0');
    await promote('2.0.0', { kind: 'stable' });
    const second = (await find()).pins[remote];
    await promote('3.0.0', { kind: 'stable' });
    const back = () => traffic.rollback(remote, { ...wish, quarantine: false });
    expect(await back()).toMatchObject({ ok: true });
    expect((await find()).pins[remote]).toBe(second);
    expect(await back()).toMatchObject({ ok: true });
    expect((await find()).pins[remote]).toBe(first);
    expect(await back()).toEqual({ ok: false, reason: 'nothing_before' });
    expect(await promote('3.0.0', { kind: 'stable' })).toMatchObject({ ok: true });
  });

  test('leaves nothing of what it leaves to fall back to', async () => {
    const first = (await find()).pins[remote];
    const second = await publish('2.0.0');
    await promote('2.0.0', { kind: 'stable' });
    expect((await repository.findSet((await find()).setId))?.fallbacks?.[remote]).toBe(first);
    await traffic.rollback(remote, { ...wish, quarantine: false });
    const set = await repository.findSet((await find()).setId);
    expect(set?.releases[remote]).toBe(first);
    expect(Object.values(set?.fallbacks ?? {})).not.toContain(second);
  });
});

describe('quarantine', () => {
  const evidence: HealthEvidence = {
    metric: 'failures',
    from: '2026-11-01T12:00:00.000Z',
    until: '2026-11-01T12:05:00.000Z',
    canary: { views: 40, bad: 9 },
    stable: { views: 60, bad: 0 },
    chance: 1e-6,
    reasons: { render: 9 },
  };
  async function failed() {
    const releaseId = await publish('2.0.0');
    await promote('2.0.0', percent(50));
    const [rollout] = (await find()).rollouts;
    if (!rollout) throw new Error('no rollout');
    const outcome = await traffic.rollBackFailing(rollout, evidence, {
      by: 'worker-health',
      reason: 'too many failures',
    });
    return { releaseId, rollout, outcome };
  }

  test('a rollout that its health ends keeps the evidence, and its release is not promoted again', async () => {
    const { releaseId, outcome } = await failed();
    expect(outcome).toMatchObject({ ok: true });
    expect(await repository.rollouts(remote, 5)).toMatchObject([{ state: 'rolled-back', evidence }]);
    expect(await repository.quarantined(remote)).toMatchObject([{ releaseId, by: 'worker-health' }]);
    for (const to of [percent(5), { kind: 'stable' }] as TrafficTarget[])
      expect(await promote('2.0.0', to)).toMatchObject({ ok: false, reason: 'release_quarantined' });
    const free = { ...wish, version: '2.0.0', quarantined: false };
    expect(await traffic.setQuarantine(remote, free)).toMatchObject({ ok: true });
    expect(await repository.quarantined(remote)).toEqual([]);
    expect(await promote('2.0.0')).toMatchObject({ ok: true });
  });
  test('a rollout that has ended meanwhile is not ended again', async () => {
    const { rollout } = await failed();
    expect(await traffic.rollBackFailing(rollout, evidence, wish)).toEqual({ ok: false, reason: 'no_rollout' });
  });
  test('a promotion that reads before and writes after is refused', async () => {
    await publish('2.0.0');
    const late = createTrafficManager({
      ...{ table: world.table, tenantId: world.tenantId, signer: world.keys.signer, clock: () => new Date(), newId },
      repository: {
        ...repository,
        async findQuarantine(...key) {
          const found = await repository.findQuarantine(...key);
          await traffic.setQuarantine(remote, { ...wish, version: '2.0.0', quarantined: true });
          return found;
        },
      },
    });
    expect(await late.promote(remote, { ...wish, version: '2.0.0', to: percent(5) })).toMatchObject({ ok: false });
    expect((await find()).rollouts).toEqual([]);
  });
});

test('what is on its way is found without its tenant being known, and only that', async () => {
  await publish('2.0.0');
  const found = async () =>
    (await createRolloutEntity(world.table).query.onTheirWay({ way: 'on' }).go({ pages: 'all' })).data.map(
      ({ tenantId, rollout }) => `${tenantId} ${rollout.remote} ${rollout.percent}`,
    );
  await promote('2.0.0');
  expect(await found()).toEqual(['aria mfe-catalog 5']);
  await promote('2.0.0', percent(10));
  expect(await found()).toEqual(['aria mfe-catalog 10']);
  await promote('2.0.0', { kind: 'stable' });
  expect(await found()).toEqual([]);
});

test('a channel that is set to another set as a whole has no canaries any more', async () => {
  await publish('2.0.0');
  await promote('2.0.0');
  const [, canarySet] = [firstSet, (await find()).sets[0] ?? ''];
  const { table, tenantId } = world;
  expect(await setChannel({ tenantId, channel: 'live', setId: canarySet, movedBy: 'seed', table })).toMatchObject({
    ok: true,
  });
  expect(await find()).toMatchObject({ setId: canarySet, rollouts: [], sets: [], moved: { by: 'seed' } });
});

test('a shop where nothing is live has no traffic', async () => {
  const other = createDynamoTrafficRepository(world.table, 'folio');
  expect(await other.find()).toBeUndefined();
  expect(shopDists().length).toBeGreaterThan(1);
});
