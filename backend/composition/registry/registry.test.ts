import { DeleteItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import type { RemoteBuild } from '@tessera/contracts/release.ts';
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { publishRelease } from '../publish/publish-release.ts';
import { readBuild, type DistFiles } from '../publish/read-build.ts';
import { toPublished, toReservation } from '../publish/to-reservation.ts';
import { createTestBucket } from '../testing/bucket.ts';
import { distOf, shopDists } from '../testing/dist.ts';
import { createTestKeys } from '../testing/keys.ts';
import { createWorld, type World } from '../testing/world.ts';
import { createRegistry, pointerTtlMs } from './registry.ts';
import { createDynamoReleaseRepository } from './repository.dynamo.ts';
import type { ReleaseRepository } from './repository.ts';
import { verifyRelease } from './verify.ts';

let world: World;
let s3: World['s3'];
beforeAll(async () => {
  s3 = await createTestBucket();
});
beforeEach(async () => {
  world = await createWorld({ s3 });
});
afterAll(() => s3.stop());

interface Setup {
  verify?: World['keys']['verify'];
  repositoryFor?(tenantId: string): ReleaseRepository;
}

function registryOf(setup: Setup = {}) {
  const refused: { setId: string; reason: string }[] = [];
  const clock = { now: 1_000_000 };
  const registry = createRegistry({
    repositoryFor: setup.repositoryFor ?? ((tenantId) => createDynamoReleaseRepository(world.table, tenantId)),
    verify: setup.verify ?? world.keys.verify,
    events: { refused: (refusal) => void refused.push(refusal) },
    now: () => clock.now,
  });
  return { registry, refused, clock };
}

const nextVersion = () => [...shopDists().slice(0, 1), distOf({ version: '2.0.0' })];

/** Publishes a build whose files nobody asks for. */
async function record(build: RemoteBuild, author?: 'team'): Promise<void> {
  const now = new Date();
  const note = { what: 'release.published', by: 'usr_1', at: now.toISOString() };
  const repository = createDynamoReleaseRepository(world.table, world.tenantId);
  const reserved = toReservation({ tenantId: world.tenantId, build, author, by: 'usr_1', now });
  await repository.reserve(reserved, note);
  await repository.commit(await toPublished(reserved, { signer: world.keys.signer, now }), note);
}

/** Writes to the item of a release behind everyone's back. */
const tamper = (remote: string, version: string, change: { path: readonly string[]; value: string }) =>
  world.table.client.send(
    new UpdateItemCommand({
      TableName: world.table.tableName,
      Key: { pk: { S: `TENANT#aria#RELEASE#${remote}` }, sk: { S: `VERSION#${version}` } },
      UpdateExpression: `SET ${change.path.map((_, index) => `#n${index}`).join('.')} = :value`,
      ExpressionAttributeNames: Object.fromEntries(change.path.map((name, index) => [`#n${index}`, name])),
      ExpressionAttributeValues: { ':value': { S: change.value } },
    }),
  );

test('finds the live set with its releases', async () => {
  const setId = await world.goLive();
  const live = await registryOf().registry.find('aria');
  expect(live?.set.id).toBe(setId);
  expect(live?.shell.remote).toBe('shell');
  expect([...(live?.remotes.keys() ?? [])].sort()).toEqual([
    'mfe-admin',
    'mfe-ai-support',
    'mfe-catalog',
    'mfe-checkout',
  ]);
});

test('knows nothing of a tenant that has published nothing', async () => {
  expect(await registryOf().registry.find('folio')).toBeUndefined();
});

describe('fails closed', () => {
  test.each([
    ['its entry swapped', { path: ['build', 'entry'], value: 'chunks/a.js' }, 'hash'],
    ['its signature broken', { path: ['signature', 'value'], value: 'a..b' }, 'signature'],
    ['its publication taken back', { path: ['state'], value: 'reserved' }, 'missing'],
  ])('a release with %s refuses its set, and the last good one is served', async (_, change, reason) => {
    const good = await world.goLive();
    const bad = await world.goLive(nextVersion());
    await tamper('mfe-catalog', '2.0.0', change);
    const { registry, refused } = registryOf();
    expect((await registry.find('aria'))?.set.id).toBe(good);
    expect(refused).toMatchObject([{ setId: bad, reason }]);
  });

  test.each([
    ['has no build', { path: ['build'], value: 'gone' }],
    ['has no signature', { path: ['signature'], value: 'gone' }],
    ['is somebody else’s', { path: ['author'], value: 'nobody' }],
  ])('a release that %s refuses its set, and the last good one is served', async (_, change) => {
    const good = await world.goLive();
    const bad = await world.goLive(nextVersion());
    await tamper('mfe-catalog', '2.0.0', change);
    const { registry, refused } = registryOf();
    expect((await registry.find('aria'))?.set.id).toBe(good);
    expect(refused).toMatchObject([{ setId: bad }]);
  });

  test('a release that is gone refuses its set, and the last good one is served', async () => {
    const good = await world.goLive();
    const bad = await world.goLive(nextVersion());
    const Key = { pk: { S: 'TENANT#aria#RELEASE#mfe-catalog' }, sk: { S: 'VERSION#2.0.0' } };
    await world.table.client.send(new DeleteItemCommand({ TableName: world.table.tableName, Key }));
    const { registry, refused } = registryOf();
    expect((await registry.find('aria'))?.set.id).toBe(good);
    expect(refused).toMatchObject([{ setId: bad, reason: 'missing' }]);
  });

  test.each([
    ['is no set', 'SET releases = :value', 'gone'],
    ['has another signature', 'SET signature.#value = :value', 'a..b'],
    ['is said to be another tenant’s', 'SET tenantId = :value', 'folio'],
  ])('a set that %s is refused, and the last good one is served', async (_, UpdateExpression, value) => {
    const good = await world.goLive();
    const bad = await world.goLive(nextVersion());
    await world.table.client.send(
      new UpdateItemCommand({
        TableName: world.table.tableName,
        Key: { pk: { S: 'TENANT#aria#RELEASESET' }, sk: { S: `SET#${bad}` } },
        UpdateExpression,
        ExpressionAttributeValues: { ':value': { S: value } },
        ...(UpdateExpression.includes('#value') ? { ExpressionAttributeNames: { '#value': 'value' } } : {}),
      }),
    );
    const { registry, refused } = registryOf();
    expect((await registry.find('aria'))?.set.id).toBe(good);
    expect(refused).toMatchObject([{ setId: bad, reason: 'set' }]);
  });

  test('a table that does not answer leaves visitors what was verified last', async () => {
    const setId = await world.goLive();
    let broken = false;
    const unless = <T>(read: () => Promise<T>): Promise<T> =>
      broken ? Promise.reject(new Error('the table is gone')) : read();
    const { registry, clock, refused } = registryOf({
      repositoryFor: (tenantId) => {
        const repository = createDynamoReleaseRepository(world.table, tenantId);
        return { ...repository, findChannel: (name) => unless(() => repository.findChannel(name)) };
      },
    });
    await registry.find('aria');
    broken = true;
    clock.now += 60_000;
    expect((await registry.find('aria'))?.set.id).toBe(setId);
    expect(refused).toMatchObject([{ reason: 'unreachable' }]);
    await expect(registry.find('folio')).rejects.toThrow('the table is gone');
  });

  test('a key that is no longer trusted refuses everything', async () => {
    await world.goLive();
    const { registry, refused } = registryOf({ verify: (await createTestKeys('other')).verify });
    expect(await registry.find('aria')).toBeUndefined();
    expect(refused).toMatchObject([{ reason: 'set' }]);
  });

  test('a set whose pins were changed is refused', async () => {
    const setId = await world.goLive();
    await world.table.client.send(
      new UpdateItemCommand({
        TableName: world.table.tableName,
        Key: { pk: { S: 'TENANT#aria#RELEASESET' }, sk: { S: `SET#${setId}` } },
        UpdateExpression: 'REMOVE releases.#remote',
        ExpressionAttributeNames: { '#remote': 'mfe-ai-support' },
      }),
    );
    expect(await registryOf().registry.find('aria')).toBeUndefined();
  });

  test('a set whose fallback was changed is refused', async () => {
    const good = await world.goLive();
    const setId = await world.goLive(nextVersion());
    await world.table.client.send(
      new UpdateItemCommand({
        TableName: world.table.tableName,
        Key: { pk: { S: 'TENANT#aria#RELEASESET' }, sk: { S: `SET#${setId}` } },
        UpdateExpression: 'REMOVE fallbacks.#remote',
        ExpressionAttributeNames: { '#remote': 'mfe-catalog' },
      }),
    );
    expect((await registryOf().registry.find('aria'))?.set.id).toBe(good);
  });

  test('a fallback that is not genuine is left out and told of, and its set is served', async () => {
    await world.goLive();
    const setId = await world.goLive(nextVersion());
    await tamper('mfe-catalog', '1.0.0', { path: ['signature', 'value'], value: 'a..b' });
    const { registry, refused } = registryOf();
    const live = await registry.find('aria');
    expect(live?.set.id).toBe(setId);
    expect([...(live?.fallbacks.keys() ?? [])]).toEqual([]);
    expect(refused).toMatchObject([{ setId, reason: 'signature' }]);
  });

  test('another tenant’s genuine set and releases are not this tenant’s', async () => {
    const setId = await world.goLive();
    const { registry } = registryOf({ repositoryFor: () => createDynamoReleaseRepository(world.table, 'aria') });
    expect(await registry.find('folio', { setId })).toBeUndefined();
  });

  test('a repaired release is served again without a restart', async () => {
    const setId = await world.goLive();
    await tamper('shell', '1.0.0', { path: ['build', 'entry'], value: 'sw.js' });
    const { registry, clock } = registryOf();
    expect(await registry.find('aria')).toBeUndefined();
    await tamper('shell', '1.0.0', { path: ['build', 'entry'], value: 'entry.js' });
    clock.now += 60_000;
    expect((await registry.find('aria'))?.set.id).toBe(setId);
  });
});

describe('where a release comes from', () => {
  const provenance = { commit: 'a'.repeat(40), builtAt: '2026-01-01T00:00:00.000Z', tools: { tessera: '0.1.0' } };
  const publishWith = (tenantId: string) => (dist: DistFiles) =>
    publishRelease({
      ...{ tenantId, dist, provenance, publishedBy: 'ci' },
      ...{ s3, table: world.table, signer: world.keys.signer },
    });

  test('is signed with it, and no part of its id', async () => {
    const dist = distOf({ version: '2.0.0' });
    const published = await publishWith('aria')(dist);
    const again = await publishRelease({
      ...{ tenantId: 'aria', dist, publishedBy: 'other', provenance: { ...provenance, commit: 'b'.repeat(40) } },
      ...{ s3, table: world.table, signer: world.keys.signer },
    });
    expect(again).toEqual({ ...published, published: false });
    await world.goLive(nextVersion());
    expect((await registryOf().registry.find('aria'))?.remotes.get('mfe-catalog')).toMatchObject({
      provenance,
      publishedBy: 'ci',
    });
    await tamper('mfe-catalog', '2.0.0', { path: ['provenance', 'commit'], value: 'c'.repeat(40) });
    const { registry, refused } = registryOf();
    expect(await registry.find('aria')).toBeUndefined();
    expect(refused).toMatchObject([{ reason: 'signature' }]);
  });

  test('one for every tenant is served to each, by the platform’s signature', async () => {
    await publishWith('platform')(distOf({ version: '3.0.0' }));
    const setId = await world.goLive([...shopDists().slice(0, 1), distOf({ version: '3.0.0' })]);
    const own = createDynamoReleaseRepository(world.table, 'aria');
    expect(await own.findVersion('mfe-catalog', '3.0.0')).toBeUndefined();
    const live = await registryOf().registry.find('aria');
    expect(live?.set.id).toBe(setId);
    expect(live?.remotes.get('mfe-catalog')?.tenantId).toBe('platform');
    expect(await publishWith('aria')(distOf({ version: '3.0.0', files: { 'entry.js': '' } }))).toMatchObject({
      reason: 'version_taken',
    });
  });

  test('whose code it is is signed: nobody can make a team’s the platform’s afterwards', async () => {
    const read = readBuild(distOf({ version: '2.0.0' }));
    if (!read.ok) throw new Error(read.detail);
    await record(read.build, 'team');
    await world.goLive(nextVersion());
    expect((await registryOf().registry.find('aria'))?.remotes.get('mfe-catalog')?.author).toBe('team');
    await tamper('mfe-catalog', '2.0.0', { path: ['author'], value: 'platform' });
    expect(await registryOf().registry.find('aria')).toBeUndefined();
  });

  test('another tenant’s record is nobody else’s, even under the platform’s name', async () => {
    await world.goLive(nextVersion());
    await tamper('mfe-catalog', '2.0.0', { path: ['tenantId'], value: 'platform' });
    const { registry, refused } = registryOf();
    expect(await registry.find('aria')).toBeUndefined();
    expect(refused).toMatchObject([{ reason: 'signature' }]);
  });
});

test('a description of two thousand files is kept, listed and verified', async () => {
  const read = readBuild(distOf({ version: '2.0.0' }));
  if (!read.ok) throw new Error(read.detail);
  const more = Array.from({ length: 1_997 }, (_, index) => ({
    path: `assets/a-file-with-a-longer-name-${index}.js`,
    integrity: `sha384-${randomBytes(48).toString('base64')}`,
    bytes: 1_000 + index,
    contentType: 'text/javascript; charset=utf-8',
  }));
  await record({ ...read.build, files: [...read.build.files, ...more] });
  await world.goLive(nextVersion().slice(0, 1));
  const repository = createDynamoReleaseRepository(world.table, 'aria');
  const [latest] = (await repository.list()).filter(({ remote }) => remote === 'mfe-catalog');
  expect(latest).toMatchObject({ version: '2.0.0', files: 2_000, state: 'published' });
  const stored = await repository.findRelease(latest?.releaseId ?? '');
  const expected = { tenantId: 'aria', remote: 'mfe-catalog', releaseId: latest?.releaseId ?? '' };
  const verified = await verifyRelease(stored, expected, world.keys.verify);
  expect(verified.ok && verified.record.files).toHaveLength(2_000);
});

test('composes from the set the edge has keyed its cache by, while that is genuine', async () => {
  const first = await world.goLive();
  const second = await world.goLive(nextVersion());
  const { registry } = registryOf();
  expect((await registry.find('aria', { setId: first }))?.set.id).toBe(first);
  expect((await registry.find('aria', { setId: 'set_unknown' }))?.set.id).toBe(second);
});

test('sees a moved pointer within two seconds, and reads nothing immutable twice', async () => {
  const reads: string[] = [];
  const { registry, clock } = registryOf({
    repositoryFor: (tenantId) => {
      const repository = createDynamoReleaseRepository(world.table, tenantId);
      return {
        ...repository,
        findChannel: (name) => (reads.push('channel'), repository.findChannel(name)),
        findSet: (id) => (reads.push('set'), repository.findSet(id)),
      };
    },
  });
  const first = await world.goLive();
  await registry.find('aria');
  const second = await world.goLive(nextVersion());
  clock.now += pointerTtlMs - 1;
  expect((await registry.find('aria'))?.set.id).toBe(first);
  clock.now += 1;
  expect((await registry.find('aria'))?.set.id).toBe(second);
  await registry.find('aria');
  expect(reads).toEqual(['channel', 'set', 'channel', 'set']);
});
