import { ReleaseHealth, Traffic } from '@tessera/contracts/api/traffic.ts';
import { liveChannel } from '@tessera/contracts/channel.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createReleaseSet } from '../../composition/publish/create-release-set.ts';
import { setChannel } from '../../composition/publish/set-channel.ts';
import { createSliceRegistry } from '../../composition/registry/slice-registry.ts';
import { distOf, route } from '../../composition/testing/dist.ts';
import { createReleaseHealth } from '../../table/release-health.ts';
import { buildOf, publisherOf } from '../testing/publish.ts';
import { startWorld, type CallOptions, type World } from '../testing/world.ts';

const remote = 'mfe-catalog';
const developer = { as: 'usr_dev:developer' };
const path = (what: string, name = remote) => `/api/admin/releases/${name}/${what}`;
const home = { kind: 'percent', percent: 10 } as const;

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

/** Versions of its own for each test: what is published stays. */
let major = 10;
let version = '';
const ids: Record<string, string> = {};
const catalog = (of: string) => distOf({ version: of });
const checkout = (of: string) => distOf({ version: of, name: 'mfe-checkout', routes: [route('cart', '/cart')] });

beforeEach(async () => {
  major += 1;
  version = `${major}.1.0`;
  const platform = publisherOf(world, { as: 'usr_ops:platform' });
  const releases: Record<string, string> = {};
  const shell = distOf({ name: 'shell', slice: 'session', routes: [] });
  for (const dist of [shell, catalog(`${major}.0.0`), checkout(`${major}.0.0`)])
    releases[buildOf(dist).manifest.name] = await platform.publish(dist);
  const { table, releaseKeys } = world;
  const signing = { table, signer: releaseKeys.signer };
  const made = await createReleaseSet({
    ...{ tenantId: 'aria', channel: liveChannel, releases, createdBy: 'test' },
    ...signing,
  });
  if (!made.ok) throw new Error(made.reason);
  await setChannel({ tenantId: 'aria', channel: liveChannel, setId: made.set.id, movedBy: 'test', table });
  ids['canary'] = await platform.publish(catalog(version));
  ids['stable'] = releases[remote] ?? '';
});

const send = async (what: string, body: object, options: CallOptions = developer, name = remote) => {
  const answer = await world.post(path(what, name), { reason: 'because', ...body }, options);
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
};
const promote = (body: object = {}, options?: CallOptions) => send('traffic', { version, to: home, ...body }, options);
const read = async (name = remote) => Traffic.parse(await world.json(path('traffic', name), developer));

test('a canary is started, moved, paused, resumed and taken back, and each answer says how it is', async () => {
  expect(await read()).toMatchObject({ remote, stable: { version: `${major}.0.0` }, history: [], quarantined: [] });
  const started = await promote();
  expect(started).toMatchObject({
    status: 200,
    body: { rollout: { state: 'running', percent: 10, release: { version }, startedBy: 'usr_dev' } },
  });
  expect((await promote({ to: { kind: 'percent', percent: 50 } })).body).toMatchObject({ rollout: { percent: 50 } });
  expect((await send('pause', {})).body).toMatchObject({ rollout: { state: 'paused' } });
  expect((await send('resume', {})).body).toMatchObject({ rollout: { state: 'running' } });
  const { body } = await send('rollback', { reason: 'It looks odd' });
  expect(body).not.toHaveProperty('rollout');
  expect(Traffic.parse(body).history[0]).toMatchObject({
    state: 'rolled-back',
    changes: [
      { what: 'started', percent: 10, by: 'usr_dev', reason: 'because' },
      { what: 'moved', percent: 50 },
      { what: 'paused' },
      { what: 'resumed' },
      { what: 'rolled-back', percent: 0, reason: 'It looks odd' },
    ],
  });
  const log = await world.json(path('log'), developer);
  expect(log).toMatchObject({
    items: [
      { what: 'rollout.rolled-back', by: 'usr_dev', why: 'It looks odd', version },
      {},
      {},
      {},
      { what: 'rollout.started' },
      {},
      {},
      {},
      {},
    ],
  });
});

test('a plan is followed from its first step; stable is for everybody', async () => {
  expect((await promote({ to: { kind: 'plan' } })).body).toMatchObject({
    rollout: { percent: 5, step: 0, plan: [{ percent: 5 }, { percent: 25 }, { percent: 50 }, { percent: 100 }] },
  });
  expect((await promote({ to: { kind: 'stable' } })).body).toMatchObject({ stable: { version } });
  expect((await read()).rollout).toBeUndefined();
  expect((await send('rollback', {})).body).toMatchObject({ stable: { version: `${major}.0.0` } });
});

test('a release goes nowhere while its slice is not deployed, and says which', async () => {
  const own = `${major}.2.0`;
  const sliceVersion = '0123456789ab';
  await publisherOf(world, { as: 'usr_ops:platform' }).publish(distOf({ version: own, build: { sliceVersion } }));
  expect(await promote({ version: own })).toMatchObject({
    status: 409,
    body: {
      code: 'slice_missing',
      title: `mfe-catalog ${own} was built with catalog ${sliceVersion}, which is not deployed. Publish it anew with the slice as it stands.`,
    },
  });
  expect((await read()).rollout).toBeUndefined();
  const slices = createSliceRegistry(world.table);
  await slices.announce({ catalog: sliceVersion }, '2026-11-01T12:00:00.000Z');
  expect((await promote({ version: own })).status).toBe(200);
  expect(await slices.needs('catalog', sliceVersion)).toMatchObject([
    { shop: 'aria', releases: [`mfe-catalog ${own}`] },
  ]);
  expect((await send('rollback', {})).status).toBe(200);
  expect(await slices.needs('catalog', sliceVersion)).toEqual([]);
});

describe('two at once', () => {
  test('one wins, the other is told who and what', async () => {
    const { revision } = await read();
    const answers = await Promise.all([
      promote({ revision }, { as: 'usr_ann:developer' }),
      promote({ revision, to: { kind: 'percent', percent: 20 } }, { as: 'usr_bob:admin' }),
    ]);
    const [lost] = answers.filter(({ status }) => status === 409);
    const [won] = answers.filter(({ status }) => status === 200);
    const winner = (won?.body as { rollout: { startedBy: string } }).rollout.startedBy;
    expect(lost?.body).toMatchObject({ code: 'traffic_moved', data: { revision: revision + 1, by: winner } });
    expect(String(lost?.body['title'])).toContain(`${winner} changed who gets what`);
    expect((await read()).rollout?.startedBy).toBe(winner);
  });
  test('who looked at what no longer is, is told so', async () => {
    const { revision } = await read();
    await promote();
    expect(await send('pause', { revision })).toMatchObject({ status: 409, body: { code: 'traffic_moved' } });
  });
});

describe('what cannot be is refused by name', () => {
  test.each<[string, () => Promise<{ status: number; body: object }>, number, string]>([
    ['a version that is not published', () => promote({ version: '99.0.0' }), 404, 'unknown_release'],
    ['what is stable', () => promote({ version: `${major}.0.0` }), 409, 'already_stable'],
    ['a pause without a canary', () => send('pause', {}), 409, 'no_rollout'],
    ['a rollback of what was the first', () => send('rollback', {}, developer, 'mfe-never'), 409, 'no_rollout'],
    ['101 %', () => promote({ to: { kind: 'percent', percent: 101 } }), 422, 'invalid_request'],
    ['half a per cent', () => promote({ to: { kind: 'percent', percent: 0.5 } }), 422, 'invalid_request'],
    ['no reason', () => promote({ reason: ' ' }), 422, 'invalid_request'],
    [
      'a plan that goes down',
      () =>
        promote({
          to: { kind: 'plan', steps: [50, 10].map((percent) => ({ percent, minutes: 1, views: 1 })) },
        }),
      422,
      'invalid_request',
    ],
    ['a name that is none', () => send('traffic', { version, to: home }, developer, 'catalog'), 422, 'invalid_request'],
  ])('%s', async (_, ask, status, code) => {
    expect(await ask()).toMatchObject({ status, body: { code } });
  });

  test('a canary beside another of the same remote, and one remote too many', async () => {
    const platform = publisherOf(world, { as: 'usr_ops:platform' });
    await platform.publish(catalog(`${major}.2.0`));
    await platform.publish(checkout(version));
    await platform.publish(distOf({ version, name: 'mfe-extra', routes: [route('extra', '/extra')] }));
    await promote();
    expect(await promote({ version: `${major}.2.0` })).toMatchObject({
      status: 409,
      body: { code: 'rollout_in_progress', data: { version, percent: 10, startedBy: 'usr_dev' } },
    });
    expect((await send('traffic', { version, to: home }, developer, 'mfe-checkout')).status).toBe(200);
    expect(await send('traffic', { version, to: home }, developer, 'mfe-extra')).toMatchObject({
      status: 409,
      body: { code: 'too_many_canaries', data: { remotes: [remote, 'mfe-checkout'], max: 2 } },
    });
    const all = await world.json('/api/admin/traffic', developer);
    expect(all).toMatchObject({
      canaries: { used: 2, max: 2 },
      items: [{ remote, rollout: {} }, { remote: 'mfe-checkout', rollout: {} }, { remote: 'shell' }],
    });
  });

  test('a quarantined release, until it is freed', async () => {
    await promote();
    await send('rollback', { quarantine: true, reason: 'The shelf fell down' });
    expect(await promote()).toMatchObject({
      status: 409,
      body: { code: 'release_quarantined', data: { version, by: 'usr_dev', reason: 'The shelf fell down' } },
    });
    const free = { version, quarantined: false, reason: 'It was the shelf' };
    const answer = await world.call('PUT', path('quarantine'), { ...developer, body: free });
    expect(await answer.json()).toMatchObject({ quarantined: [] });
    expect((await promote()).status).toBe(200);
  });
});

test('a deploy token moves its own remote and no other', async () => {
  const answer = await world.post(
    '/api/admin/deploy-tokens',
    { name: 'ci', remotes: [remote] },
    { as: 'usr_boss:admin' },
  );
  const { token, id } = (await answer.json()) as { token: string; id: string };
  expect(await promote({}, { as: null, token })).toMatchObject({
    status: 200,
    body: { rollout: { startedBy: `token:${id}` } },
  });
  expect(await send('rollback', {}, { as: null, token }, 'mfe-checkout')).toMatchObject({
    status: 403,
    body: { code: 'token_scope' },
  });
  const all = (await world.json('/api/admin/traffic', { as: null, token })) as { items: { remote: string }[] };
  expect(all.items.map((item) => item.remote)).toEqual([remote]);
});

test('another tenant has neither the remote’s traffic nor its releases', async () => {
  await promote();
  const folio = { tenant: 'folio', as: 'usr_dev:developer' };
  expect((await world.get(path('traffic'), folio)).status).toBe(404);
  expect((await promote({}, folio)).status).toBe(404);
});

test('health tells canary and stable apart, minute by minute, and what is held against it', async () => {
  await promote();
  const health = createReleaseHealth(world.table, 'aria');
  const now = world.clock();
  const add = (releaseId: string | undefined, growth: Record<string, number>, minutesAgo: number) =>
    health.add({ remote, releaseId: releaseId ?? '' }, growth, {
      at: new Date(now.getTime() - minutesAgo * 60_000),
      spread: minutesAgo,
    });
  await add(ids['stable'], { views: 90, 'LCP:10': 8, 'LCP:12': 8 }, 0);
  await add(ids['stable'], { views: 10, failures: 1, mountFailures: 1 }, 3);
  await add(ids['canary'], { views: 40, failures: 12, mountFailures: 12, 'reason:render': 12 }, 0);
  const seen = ReleaseHealth.parse(await world.json(`${path('health')}?minutes=30`, developer));
  expect(seen).toMatchObject({
    stable: { version: `${major}.0.0`, total: { views: 100, mountFailures: 1, loadFailures: 0 } },
    canary: { version, total: { views: 40, mountFailures: 12 } },
    stepMinutes: 1,
    verdict: {
      state: 'failing',
      comparisons: [{ metric: 'failures', failing: true, canary: { views: 40, bad: 12 } }, {}, {}],
    },
  });
  expect(seen.points).toHaveLength(30);
  expect(seen.points.reduce((sum, { stable }) => sum + (stable?.views ?? 0), 0)).toBe(100);
  expect(seen.stable?.total.lcpP75Ms).toBe(636);
  const wide = ReleaseHealth.parse(await world.json(`${path('health')}?minutes=1440`, developer));
  expect(wide).toMatchObject({ stepMinutes: 24, canary: { total: { views: 40 } } });
  expect(wide.points).toHaveLength(60);
});
