import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createDynamoReleaseRepository } from '../registry/repository.dynamo.ts';
import { createTestBucket } from '../testing/bucket.ts';
import { distOf, route, shopDists } from '../testing/dist.ts';
import { createWorld, type World } from '../testing/world.ts';
import { createReleaseSet } from './create-release-set.ts';
import { publishRelease } from './publish-release.ts';

let world: World;
let s3: World['s3'];
beforeAll(async () => {
  s3 = await createTestBucket();
});
beforeEach(async () => {
  world = await createWorld({ s3 });
});
afterAll(() => s3.stop());

const create = (releases: Record<string, string>, fallbacks?: Record<string, string>) =>
  createReleaseSet({
    ...{ tenantId: 'aria', channel: 'live', releases, createdBy: 'test' },
    ...(fallbacks ? { fallbacks } : {}),
    ...{ table: world.table, signer: world.keys.signer },
  });

const liveSet = async (setId: string) => {
  const set = await createDynamoReleaseRepository(world.table, 'aria').findSet(setId);
  if (!set) throw new Error(`${setId} is not there`);
  return set;
};

test('the next set falls back to what is live, and says so in its id', async () => {
  const first = await liveSet(await world.goLive());
  expect(first.fallbacks).toBeUndefined();
  const catalog = await world.publish(distOf({ version: '2.0.0' }));
  const releases = { ...first.releases, 'mfe-catalog': catalog };
  const made = await create(releases);
  expect(made).toMatchObject({ ok: true, set: { fallbacks: { 'mfe-catalog': first.releases['mfe-catalog'] } } });
  const without = await create(releases, {});
  expect(without).toMatchObject({ ok: true });
  expect(made.ok && without.ok && made.set.id !== without.set.id).toBe(true);
});

test('the same pins are the same set again', async () => {
  await world.goLive();
  const second = await world.goLive([...shopDists().slice(0, 1), distOf({ version: '2.0.0' })]);
  const again = await create((await liveSet(second)).releases);
  expect(again).toMatchObject({ ok: true, set: { id: second } });
});

test('refuses a fallback that is no release of its remote', async () => {
  const { releases } = await liveSet(await world.goLive());
  const foreign = releases['mfe-checkout'] ?? '';
  expect(await create(releases, { 'mfe-catalog': foreign })).toEqual({
    ...{ ok: false, reason: 'unknown_release', remote: 'mfe-catalog' },
  });
});

test('two remotes that answer the same addresses are not live together', async () => {
  const first = await liveSet(await world.goLive());
  const map = await world.publish(distOf({ name: 'mfe-map', routes: [route('map', '/places/map')] }));
  const atlas = await world.publish(distOf({ name: 'mfe-atlas', routes: [route('atlas', '/Places/:id')] }));
  expect(await create({ ...first.releases, 'mfe-map': map })).toMatchObject({ ok: true });
  expect(await create({ ...first.releases, 'mfe-map': map, 'mfe-atlas': atlas })).toMatchObject({
    ok: false,
    reason: 'routes_taken',
    remote: 'mfe-map',
    detail: 'mfe-map claims /places, which belongs to mfe-atlas',
  });
});

test('a release that all tenants have is not live where its version is another release', async () => {
  const first = await liveSet(await world.goLive());
  await world.publish(distOf({ version: '7.0.0', files: { 'entry.js': 'own' } }));
  const forAll = await publishRelease({
    ...{ tenantId: 'platform', dist: distOf({ version: '7.0.0' }), publishedBy: 'test' },
    ...{ s3, table: world.table, signer: world.keys.signer },
  });
  const releaseId = forAll.ok ? forAll.releaseId : '';
  expect(await create({ ...first.releases, 'mfe-catalog': releaseId })).toMatchObject({ reason: 'version_taken' });
});
