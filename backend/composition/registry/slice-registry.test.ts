import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { TrafficTarget } from '@tessera/contracts/api/traffic.ts';
import { newId } from '../../platform/ids.ts';
import { createReleaseSet } from '../publish/create-release-set.ts';
import { setChannel } from '../publish/set-channel.ts';
import { createTrafficManager, type TrafficManager } from '../rollout/manage-traffic.ts';
import { createDynamoTrafficRepository } from '../rollout/repository.dynamo.ts';
import { createTestBucket } from '../testing/bucket.ts';
import { distOf, shopDists } from '../testing/dist.ts';
import { createWorld, type World } from '../testing/world.ts';
import { createSliceRegistry, type SliceRegistry } from './slice-registry.ts';

const [old, newer] = ['00000000000a', '00000000000b'] as const;
const at = '2026-11-01T12:00:00.000Z';
const act = { by: 'platform', at };
const wish = { by: 'usr_1', reason: 'because' };
const half: TrafficTarget = { kind: 'percent', percent: 50 };

let s3: World['s3'];
let world: World;
let slices: SliceRegistry;
let traffic: TrafficManager;

beforeAll(async () => {
  s3 = await createTestBucket();
});
afterAll(() => s3.stop());
beforeEach(async () => {
  world = await createWorld({ s3 });
  slices = createSliceRegistry(world.table);
  traffic = trafficOf(world);
  await slices.announce({ catalog: old, checkout: old }, at);
});

const trafficOf = ({ table, tenantId, keys }: World) =>
  createTrafficManager({
    ...{ table, tenantId, signer: keys.signer, clock: () => new Date(), newId },
    repository: createDynamoTrafficRepository(table, tenantId),
  });
const catalog = (version: string, sliceVersion: string) => distOf({ version, build: { sliceVersion } });
const shopWith = (...own: ReturnType<typeof distOf>[]) => [...shopDists().filter((_, index) => index !== 1), ...own];
const neededOld = () => slices.needs('catalog', old);
const stateOf = async (version: string) => (await slices.list('catalog')).find((one) => one.version === version)?.state;

test('shopDists begin with shell and catalog, as these tests take for granted', () => {
  const names = shopDists().map((dist) => JSON.parse(Buffer.from(dist.get('tessera.json') ?? '').toString()) as object);
  expect(names.slice(0, 2)).toMatchObject([{ manifest: { name: 'shell' } }, { manifest: { name: 'mfe-catalog' } }]);
});

test('a version that a live release names cannot be retired; who needs it is told by shop and release', async () => {
  await world.goLive(shopWith(catalog('1.0.0', old)));
  const by = [{ shop: 'aria', channel: 'live', releases: ['mfe-catalog 1.0.0'] }];
  expect(await slices.retire('catalog', old, act)).toEqual({ ok: false, reason: 'needed', by });
  expect(await stateOf(old)).toBe('live');
  expect(await slices.neededRefs(['catalog', 'checkout'])).toEqual(new Set([`catalog.${old}`]));
});

test('one that nothing needs is retired, once; one that was never deployed is unknown', async () => {
  expect(await slices.retire('catalog', old, act)).toEqual({ ok: true });
  expect(await stateOf(old)).toBe('retired');
  expect(await slices.retire('catalog', old, act)).toEqual({ ok: false, reason: 'retired' });
  expect(await slices.retire('catalog', newer, act)).toEqual({ ok: false, reason: 'unknown' });
});

test('one that is deployed again while it is retired stays, and whoever retires it is told', async () => {
  // Between the question who needs it and its end.
  world.table.client.middlewareStack.add(
    (next, { commandName }) =>
      async (args) => {
        const result = await next(args);
        if (commandName === 'QueryCommand') await slices.announce({ catalog: old }, at);
        return result;
      },
    { step: 'initialize', name: 'announce' },
  );
  const retired = await slices.retire('catalog', old, act);
  world.table.client.middlewareStack.remove('announce');
  expect(retired).toEqual({ ok: false, reason: 'announced' });
  expect(await stateOf(old)).toBe('live');
});

describe('a release that is on its way', () => {
  beforeEach(async () => {
    await world.goLive(shopWith(catalog('1.0.0', old)));
    await world.publish(catalog('2.0.0', newer));
  });
  const promote = (to: TrafficTarget = half) => traffic.promote('mfe-catalog', { ...wish, version: '2.0.0', to });

  test('goes nowhere before its slice is deployed', async () => {
    expect(await promote()).toMatchObject({
      ok: false,
      reason: 'slice_missing',
      missing: [{ slice: 'catalog', version: newer, releases: ['mfe-catalog 2.0.0'], state: 'unknown' }],
    });
    await slices.announce({ catalog: newer }, at);
    expect(await promote()).toMatchObject({ ok: true });
  });

  test('brings its slice, and keeps the one before; a rollback lets the new one go', async () => {
    await slices.announce({ catalog: newer }, at);
    await promote();
    expect(await slices.retire('catalog', old, act)).toMatchObject({ reason: 'needed' });
    expect(await slices.retire('catalog', newer, act)).toMatchObject({ reason: 'needed' });
    await traffic.rollback('mfe-catalog', { ...wish, quarantine: false });
    expect(await slices.needs('catalog', newer)).toEqual([]);
    expect(await slices.retire('catalog', newer, act)).toEqual({ ok: true });
    expect(await neededOld()).toHaveLength(1);
    // And does not come back without it.
    expect(await promote()).toMatchObject({ reason: 'slice_missing', missing: [{ state: 'retired' }] });
    await slices.announce({ catalog: newer }, at);
    expect(await promote()).toMatchObject({ ok: true });
  });

  test('keeps what it falls back to when it is stable, until the next one is', async () => {
    await slices.announce({ catalog: newer }, at);
    await promote();
    await promote({ kind: 'stable' });
    expect(await neededOld()).toHaveLength(1);
    await world.publish(catalog('3.0.0', newer));
    await traffic.promote('mfe-catalog', { ...wish, version: '3.0.0', to: half });
    await traffic.promote('mfe-catalog', { ...wish, version: '3.0.0', to: { kind: 'stable' } });
    expect(await neededOld()).toEqual([]);
    expect(await slices.retire('catalog', old, act)).toEqual({ ok: true });
  });
});

test('a shop without releases that name it does not hold a version, another shop does', async () => {
  const folio = await createWorld({ s3, table: world.table, keys: world.keys, tenantId: 'folio' });
  await world.goLive(shopWith(catalog('1.0.0', old)));
  await folio.goLive(shopWith(distOf({ version: '1.0.0' })));
  expect((await neededOld()).map(({ shop }) => shop)).toEqual(['aria']);
});

test('of a move and a retirement at once, one gives way: no page is ever given a version that has gone', async () => {
  const { keys, table, tenantId } = world;
  await slices.announce({ catalog: newer }, at);
  await world.goLive(shopWith(distOf({ version: '0.9.0' })));
  const shell = await world.publish(shopDists()[0] ?? distOf());
  for (let round = 0; round < 12; round += 1) {
    await slices.announce({ catalog: old }, at);
    const own = await world.publish(catalog(`1.${round}.0`, old));
    const made = await createReleaseSet({
      ...{ tenantId, channel: 'live', releases: { shell, 'mfe-catalog': own }, fallbacks: {}, createdBy: 'test' },
      ...{ table, signer: keys.signer },
    });
    if (!made.ok) throw new Error(made.reason);
    const [moved, retired] = await Promise.all([
      setChannel({ tenantId, channel: 'live', setId: made.set.id, movedBy: 'test', table }),
      slices.retire('catalog', old, act),
    ]);
    expect(moved.ok).not.toBe(retired.ok);
    if (!moved.ok) expect(moved.reason).toBe('slice_missing');
    expect(await stateOf(old)).toBe(moved.ok ? 'live' : 'retired');
    // Back to what needs none of it, so that the next round begins as this one.
    const plain = await createReleaseSet({
      ...{ tenantId, channel: 'live', releases: { shell }, fallbacks: {}, createdBy: 'test' },
      ...{ table, signer: keys.signer },
    });
    if (!plain.ok) throw new Error(plain.reason);
    await setChannel({ tenantId, channel: 'live', setId: plain.set.id, movedBy: 'test', table });
    expect(await neededOld()).toEqual([]);
  }
});
