import type { RolloutPlan } from '@tessera/contracts/rollout.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { setChannel } from '../../composition/publish/set-channel.ts';
import { createTrafficManager, type TrafficManager } from '../../composition/rollout/manage-traffic.ts';
import { createDynamoTrafficRepository } from '../../composition/rollout/repository.dynamo.ts';
import { createTestBucket } from '../../composition/testing/bucket.ts';
import { distOf } from '../../composition/testing/dist.ts';
import { createWorld, type World } from '../../composition/testing/world.ts';
import { newId } from '../../platform/ids.ts';
import { createReleaseHealth, type Growth } from '../../table/release-health.ts';
import { createRolloutWatch } from './watch-rollouts.ts';

const remote = 'mfe-catalog';
const plan: RolloutPlan = [
  { percent: 10, minutes: 10, views: 30 },
  { percent: 100, minutes: 10, views: 30 },
];
let s3: World['s3'];
let world: World;
let manager: TrafficManager;
let now: Date;
let done: string[];
let stable: string;
let canary: string;

beforeAll(async () => {
  s3 = await createTestBucket();
});
afterAll(() => s3.stop());
beforeEach(async () => {
  world = await createWorld({ s3 });
  await world.goLive();
  now = new Date('2026-11-01T12:00:00.000Z');
  done = [];
  const { table, tenantId, keys } = world;
  const repository = createDynamoTrafficRepository(table, tenantId);
  manager = createTrafficManager({ table, tenantId, repository, signer: keys.signer, clock: () => now, newId });
  stable = (await find()).pins[remote] ?? '';
  canary = await world.publish(distOf({ version: '2.0.0' }));
  const wish = { by: 'usr_1', reason: 'new', version: '2.0.0' };
  await manager.promote(remote, { ...wish, to: { kind: 'plan', steps: plan } });
});

const find = async () => {
  const found = await createDynamoTrafficRepository(world.table, world.tenantId).find();
  if (!found) throw new Error('nothing is live');
  return found;
};
const seen = (releaseId: string, growth: Growth) =>
  createReleaseHealth(world.table, world.tenantId).add({ remote, releaseId }, growth, { at: now, spread: 1 });
const watch = () =>
  createRolloutWatch({
    table: world.table,
    clock: () => now,
    newId,
    by: 'worker-health',
    done: (what, { release, percent, state }) => done.push(`${what}: ${release.version} ${state} ${percent}`),
  });
const later = (minutes: number) => {
  now = new Date(now.getTime() + minutes * 60_000);
};

describe('a canary that fails', () => {
  beforeEach(async () => {
    await seen(stable, { views: 300, failures: 1 });
    await seen(canary, { views: 30, failures: 7, mountFailures: 7, 'reason:render': 7 });
  });

  test('is taken back, with what it was found by, and into quarantine', async () => {
    await watch().watchTenant('aria', new Set([remote]));
    expect(done).toEqual(['rolled back: 2.0.0 rolled-back 0']);
    expect(await find()).toMatchObject({ rollouts: [], sets: [], pins: { [remote]: stable } });
    const repository = createDynamoTrafficRepository(world.table, 'aria');
    expect(await repository.rollouts(remote, 1)).toMatchObject([
      {
        state: 'rolled-back',
        evidence: {
          metric: 'failures',
          canary: { views: 30, bad: 7 },
          stable: { views: 300, bad: 1 },
          reasons: { render: 7 },
        },
        changes: [{ what: 'started' }, { by: 'worker-health', reason: expect.stringMatching(/^failures: 7 of 30 /) }],
      },
    ]);
    expect(await repository.quarantined(remote)).toMatchObject([{ version: '2.0.0', by: 'worker-health' }]);
  });
  test('is taken back while it is paused', async () => {
    await manager.pause(remote, { by: 'usr_1', reason: 'wait' });
    await watch().watchTenant('aria');
    expect(done).toEqual(['rolled back: 2.0.0 rolled-back 0']);
  });
  test('is taken back once, by however many look at the same time', async () => {
    await Promise.all([watch().watchAll(), watch().watchTenant('aria'), watch().watchTenant('aria')]);
    expect(done).toEqual(['rolled back: 2.0.0 rolled-back 0']);
  });
  test('is left to who looks after its remote', async () => {
    await watch().watchTenant('aria', new Set(['mfe-checkout']));
    expect(done).toEqual([]);
  });
});

test('a canary whose slice or code has just begun to fail is found though it did well for long', async () => {
  await seen(stable, { views: 5_000, failures: 10 });
  await seen(canary, { views: 2_000, failures: 4 });
  later(60);
  await seen(stable, { views: 100 });
  await seen(canary, { views: 40, failures: 10 });
  await watch().watchTenant('aria');
  expect(done).toEqual(['rolled back: 2.0.0 rolled-back 0']);
});

test('a canary that everybody has is held against what stable was before', async () => {
  await seen(stable, { views: 5_000, failures: 1_000 });
  later(90);
  const wish = { by: 'usr_1', reason: 'all', version: '2.0.0' };
  await manager.promote(remote, { ...wish, to: { kind: 'percent', percent: 100 } });
  await seen(canary, { views: 100, failures: 20 });
  await watch().watchTenant('aria');
  // Stable failed as often.
  expect(done).toEqual([]);
});

test('a canary that nobody has seen is left alone', async () => {
  await watch().watchAll();
  later(600);
  await watch().watchAll();
  expect(done).toEqual([]);
});

test('a healthy canary goes by its plan until it is stable', async () => {
  await seen(canary, { views: 40 });
  await watch().watchAll();
  expect(done).toEqual([]);
  later(10);
  await watch().watchAll();
  expect(done).toEqual(['moved on: 2.0.0 running 100']);
  // The page views of the step before do not count for the next.
  later(15);
  await watch().watchAll();
  expect(done).toHaveLength(1);
  await seen(canary, { views: 30 });
  await watch().watchAll();
  expect(done.at(-1)).toBe('moved on: 2.0.0 completed 100');
  expect((await find()).pins[remote]).toBe(canary);
});

test('a rollout that the channel forgot is told so, once', async () => {
  const { setId } = await find();
  later(1);
  const { table, tenantId } = world;
  const setTo = (id: string) =>
    setChannel({ tenantId, channel: 'live', setId: id, movedBy: 'seed', table, now: () => now });
  const other = (await find()).sets[0] ?? '';
  await setTo(other);
  await setTo(setId);
  await watch().watchAll();
  await watch().watchAll();
  expect(done).toEqual(['superseded: 2.0.0 superseded 0']);
});
