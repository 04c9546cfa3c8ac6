import { HeadObjectCommand, ListObjectsV2Command, PutObjectCommand } from '@aws-sdk/client-s3';
import { liveChannel } from '@tessera/contracts/channel.ts';
import { releaseLimits } from '@tessera/contracts/release-limits.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createReleaseSet } from '../../composition/publish/create-release-set.ts';
import { setChannel } from '../../composition/publish/set-channel.ts';
import { reservationMs } from '../../composition/publish/take-version.ts';
import { createRegistry } from '../../composition/registry/registry.ts';
import { createDynamoReleaseRepository } from '../../composition/registry/repository.dynamo.ts';
import { distOf, route } from '../../composition/testing/dist.ts';
import { createReleaseSummaryEntity } from '../../table/release-summary.ts';
import { buildOf, descriptionOf, publisherOf } from '../testing/publish.ts';
import { releasesBucket, startWorld, uploadsBucket, type World } from '../testing/world.ts';

let world: World;
let developer: ReturnType<typeof publisherOf>;
let platform: ReturnType<typeof publisherOf>;
beforeAll(async () => {
  world = await startWorld();
  developer = publisherOf(world, { as: 'usr_dev:developer' });
  platform = publisherOf(world, { as: 'usr_ops:platform' });
});
afterAll(() => world.stop());

const repository = (tenantId = 'aria') => createDynamoReleaseRepository(world.table, tenantId);
const problemOf = async (answer: Response) => ({
  status: answer.status,
  ...((await answer.json()) as { code: string; errors?: { path: string; message: string }[] }),
});
/** A remote of its own for each test, so that none sees another's. */
let count = 0;
const fresh = (more: Parameters<typeof distOf>[0] = {}) => {
  count += 1;
  const name = `mfe-own${count}`;
  return distOf({ name, routes: [route('home', `/own${count}`)], ...more });
};

async function goLive(
  tenantId: string,
  dists: readonly ReturnType<typeof distOf>[],
  besides: Readonly<Record<string, string>> = {},
) {
  const publisher = publisherOf(world, { tenant: tenantId, as: 'usr_ops:platform' });
  const releases: Record<string, string> = { ...besides };
  for (const dist of dists) releases[buildOf(dist).manifest.name] = await publisher.publish(dist);
  const { table, releaseKeys } = world;
  const signing = { table, signer: releaseKeys.signer };
  const made = await createReleaseSet({ tenantId, channel: liveChannel, releases, createdBy: 'test', ...signing });
  if (!made.ok) throw new Error(made.reason);
  await setChannel({ tenantId, channel: liveChannel, setId: made.set.id, movedBy: 'test', table });
  return made.set.id;
}
const shell = () => distOf({ name: 'shell', slice: 'session', routes: [] });

test('what was reserved, sent and committed is a release that a page can be made from', async () => {
  const dist = distOf({ version: '5.0.0' });
  const reservation = await developer.reserved(dist);
  expect(reservation).toMatchObject({ remote: 'mfe-catalog', version: '5.0.0', state: 'reserved' });
  expect(reservation.uploads.map(({ path }) => path)).toEqual(['chunks/a.js', 'entry.js', 'style.css']);
  expect(await repository().findRelease(reservation.releaseId)).toBeUndefined();
  await developer.upload(dist, reservation);
  const committed = await developer.commit(dist, reservation.releaseId, { why: 'The new cover' });
  expect([committed.status, await committed.json()]).toMatchObject([
    201,
    { state: 'published', by: 'usr_dev', files: 3, commit: 'abcdef0', scope: 'tenant', live: false },
  ]);

  expect(await repository().findVersion('mfe-catalog', '5.0.0')).toMatchObject({ author: 'team' });
  const setId = await goLive('aria', [shell(), dist]);
  const registry = createRegistry({
    repositoryFor: repository,
    verify: world.releaseKeys.verify,
    events: {
      refused: (refusal) => {
        throw new Error(JSON.stringify(refusal));
      },
    },
  });
  expect((await registry.find('aria'))?.set.id).toBe(setId);
  expect(await world.json('/api/admin/releases/mfe-catalog/log', { as: 'usr_dev:developer' })).toMatchObject({
    items: [
      { what: 'release.published', by: 'usr_dev', version: '5.0.0', why: 'The new cover' },
      { what: 'release.reserved', by: 'usr_dev', version: '5.0.0' },
    ],
  });
  const left = await world.s3.send(
    new ListObjectsV2Command({ Bucket: uploadsBucket, Prefix: 'releases/aria/mfe-catalog' }),
  );
  expect(left.Contents ?? []).toEqual([]);
});

test('a shop’s team names no version of a slice; the platform’s team does, and it is in the record', async () => {
  const dist = fresh({ build: { sliceVersion: '0123456789ab' } });
  expect(await problemOf(await developer.reserve(dist))).toMatchObject({
    status: 422,
    errors: [{ path: 'body.build.sliceVersion' }],
  });
  await platform.publish(dist);
  const { name } = buildOf(dist).manifest;
  expect(await world.json(`/api/admin/releases/${name}/1.0.0`, { as: 'usr_dev:developer' })).toMatchObject({
    build: { sliceVersion: '0123456789ab' },
  });
});

describe('a second publish', () => {
  test('with the same bytes changes nothing, whoever asks', async () => {
    const dist = fresh();
    const releaseId = await developer.publish(dist);
    expect(await developer.reserved(dist)).toMatchObject({ releaseId, state: 'published', uploads: [] });
    expect((await developer.commit(dist, releaseId)).status).toBe(200);
    const { items } = (await world.json(`/api/admin/releases/${buildOf(dist).manifest.name}/log`)) as {
      items: unknown[];
    };
    expect(items).toHaveLength(2);
  });

  test('with other bytes is refused, and what is published stays', async () => {
    const dist = fresh();
    const releaseId = await developer.publish(dist);
    const { name } = buildOf(dist).manifest;
    const other = distOf({ name, routes: buildOf(dist).manifest.routes, files: { 'entry.js': 'other' } });
    expect(await problemOf(await developer.reserve(other))).toMatchObject({ status: 409, code: 'version_taken' });
    expect((await repository().findVersion(name, '1.0.0'))?.releaseId).toBe(releaseId);
  });

  test('sends no file that the store has', async () => {
    const files = { 'entry.js': 'export const once = 1', 'style.css': '.once{}' };
    await developer.publish(fresh({ files }));
    const next = fresh({ files: { ...files, 'new.js': 'export const more = 1' } });
    const { uploads } = await developer.reserved(next);
    expect(uploads.map(({ path }) => path)).toEqual(['new.js']);
  });
});

describe('a publish that stops half-way', () => {
  test('leaves nothing to see, whichever file was the last, and goes on from there', async () => {
    const dist = fresh({
      files: { 'entry.js': 'export const half = 1', 'b.js': 'export const half = 2', 'style.css': '.half{}' },
    });
    const { name } = buildOf(dist).manifest;
    for (let sent = 0; ; sent += 1) {
      const { releaseId, uploads } = await developer.reserved(dist);
      const refused = uploads.length > 0;
      if (!refused) break;
      expect(uploads).toHaveLength(3 - sent);
      const answer = await problemOf(await developer.commit(dist, releaseId));
      expect(answer).toMatchObject({ status: 409, code: 'files_missing' });
      expect(answer.errors).toHaveLength(3 - sent);
      expect(await repository().findRelease(releaseId)).toBeUndefined();
      const origin = new HeadObjectCommand({ Bucket: releasesBucket, Key: `origins/aria/${name}/1.0.0.json` });
      await expect(world.s3.send(origin)).rejects.toMatchObject({ name: 'NotFound' });
      await developer.upload(dist, { ...(await developer.reserved(dist)), uploads: uploads.slice(0, 1) });
    }
    expect(await developer.publish(dist)).toMatch(/^rel_/);
    const { items } = (await world.json(`/api/admin/releases/${name}/log`)) as { items: { what: string }[] };
    expect(items.map(({ what }) => what)).toEqual(['release.published', 'release.reserved']);
  });

  test('keeps its version for half an hour, by the server’s clock, and no longer', async () => {
    const first = fresh();
    const { manifest } = buildOf(first);
    const other = distOf({ name: manifest.name, routes: manifest.routes, files: { 'entry.js': 'late' } });
    const { releaseId } = await developer.reserved(first);
    expect(await problemOf(await developer.reserve(other))).toMatchObject({ status: 409, code: 'publish_in_progress' });
    world.time.offsetMs += reservationMs;
    try {
      expect(await problemOf(await developer.commit(first, releaseId))).toMatchObject({ code: 'reservation_expired' });
      expect(await developer.publish(other)).not.toBe(releaseId);
    } finally {
      world.time.offsetMs -= reservationMs;
    }
    expect(await problemOf(await developer.commit(first, releaseId))).toMatchObject({
      status: 409,
      code: 'version_taken',
    });
  });

  test('of two that publish other bytes at once, one wins', async () => {
    const first = fresh();
    const { manifest } = buildOf(first);
    const second = distOf({ name: manifest.name, routes: manifest.routes, files: { 'entry.js': 'second' } });
    const answers = await Promise.all([first, second].map((dist) => developer.reserve(dist)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  test('of two that commit the same release at once, both have published it, once', async () => {
    const dist = fresh();
    const reservation = await developer.reserved(dist);
    await developer.upload(dist, reservation);
    const answers = await Promise.all([1, 2].map(() => developer.commit(dist, reservation.releaseId)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 201]);
  });

  test('a version that nobody reserved cannot be committed', async () => {
    expect((await developer.commit(fresh(), 'rel_unknown')).status).toBe(404);
  });
});

describe('files', () => {
  test('an address takes the bytes it was made for, and no others', async () => {
    const dist = fresh({ files: { 'entry.js': 'export const good = 1' } });
    const [upload] = (await developer.reserved(dist)).uploads;
    if (!upload) throw new Error('nothing to upload');
    const send = (body: string, headers = upload.headers) => fetch(upload.url, { method: 'PUT', headers, body });
    expect((await send('export const evil = 1')).status).toBe(400);
    expect((await send('export const good = 12')).status).toBe(403);
    expect((await send('export const good = 1', { ...upload.headers, 'content-type': 'text/html' })).status).toBe(403);
    const { 'x-amz-checksum-sha256': _, ...without } = upload.headers;
    expect((await send('export const good = 1', without)).status).toBe(403);
    expect((await send('export const good = 1')).status).toBe(200);
  });

  test('what is not its hash is thrown away, and asked for again', async () => {
    const dist = fresh({ files: { 'entry.js': 'export const wanted = 1' } });
    const { releaseId, uploads } = await developer.reserved(dist);
    const Key = new URL(uploads[0]?.url ?? '').pathname.split('/').slice(2).join('/');
    await world.s3.send(new PutObjectCommand({ Bucket: uploadsBucket, Key, Body: 'export const wanted = 2' }));
    expect(await problemOf(await developer.commit(dist, releaseId))).toMatchObject({
      status: 409,
      code: 'files_wrong',
      errors: [{ path: 'body.build.files.0', message: 'is not what its hash and size say: entry.js' }],
    });
    expect((await developer.reserved(dist)).uploads).toHaveLength(1);
    expect(await developer.publish(dist)).toBe(releaseId);
  });

  test('one without a checksum is named', async () => {
    const answer = await problemOf(await developer.reserve(fresh(), { checksums: {} }));
    expect(answer).toMatchObject({ status: 422, code: 'invalid_request' });
    expect(answer.errors?.map(({ path }) => path)).toEqual(
      [0, 1, 2].map((index) => `body.build.files.${index}.integrity`),
    );
  });
});

describe('a description is refused', () => {
  const dist = distOf({ name: 'mfe-refused', routes: [route('home', '/refused')] });
  const changed = (change: (build: ReturnType<typeof buildOf>) => unknown) => {
    const { build, ...more } = descriptionOf(dist);
    return { ...more, build: change(build) };
  };
  const send = (body: unknown, path = '/api/admin/releases/mfe-refused/1.0.0') =>
    world.call('PUT', path, { as: 'usr_dev:developer', body });

  test.each([
    [
      'a path that leaves its folder',
      'body.build.files.1.path',
      changed((build) => ({
        ...build,
        files: build.files.map((file, index) => (index === 1 ? { ...file, path: '../a.js' } : file)),
      })),
    ],
    [
      'an integrity of another kind',
      'body.build.files.2.integrity',
      changed((build) => ({
        ...build,
        files: build.files.map((file, index) => (index === 2 ? { ...file, integrity: 'sha1-a' } : file)),
      })),
    ],
    [
      'an element that is no file',
      'body.build.files.1',
      changed((build) => ({ ...build, files: [build.files[0], 7, build.files[2]] })),
    ],
    [
      'negative bytes',
      'body.build.files.0.bytes',
      changed((build) => ({ ...build, files: [{ ...build.files[0], bytes: -1 }, ...build.files.slice(1)] })),
    ],
    [
      'a type that does not fit',
      'body.build.files.0.contentType',
      changed((build) => ({
        ...build,
        files: [{ ...build.files[0], contentType: 'text/html' }, ...build.files.slice(1)],
      })),
    ],
    [
      'another remote’s route',
      'body.build.manifest.routes.0.path',
      changed((build) => ({ ...build, manifest: { ...build.manifest, routes: [route('a', '/cart')] } })),
    ],
    [
      'a reserved path',
      'body.build.manifest.routes.0.path',
      changed((build) => ({ ...build, manifest: { ...build.manifest, routes: [route('a', '/api/x')] } })),
    ],
    [
      'another name than the address',
      'body.build.manifest.name',
      changed((build) => ({ ...build, manifest: { ...build.manifest, name: 'mfe-other' } })),
    ],
    ['another version than the address', 'body.build.version', changed((build) => ({ ...build, version: '1.0.1' }))],
    [
      'a shell that there is not',
      'body.build.manifest.shellContract',
      changed((build) => ({ ...build, manifest: { ...build.manifest, shellContract: '^9.0.0' } })),
    ],
    [
      'a checksum that is none',
      `body.checksums.${buildOf(dist).files[0]?.integrity}`,
      { ...descriptionOf(dist), checksums: { [buildOf(dist).files[0]?.integrity ?? '']: 'x' } },
    ],
    [
      'a commit that is none',
      'body.provenance.commit',
      { ...descriptionOf(dist), provenance: { commit: 'main', builtAt: '2026-01-01T00:00:00.000Z' } },
    ],
  ])('with %s, by the field’s name', async (_, path, body) => {
    const answer = await problemOf(await send(body));
    expect(answer).toMatchObject({ status: 422, code: 'invalid_request' });
    expect(answer.errors?.map((error) => error.path)).toContain(path);
  });

  test.each(['1.0', 'latest', '1.0.0+build', 'v1.0.0', '01.0.0'])('with the version %s', async (version) => {
    const answer = await problemOf(await send(descriptionOf(dist), `/api/admin/releases/mfe-refused/${version}`));
    expect(answer).toMatchObject({ status: 422, errors: [{ path: 'params.version' }] });
  });

  test('with a name that is no remote’s', async () => {
    expect((await send(descriptionOf(dist), '/api/admin/releases/refused/1.0.0')).status).toBe(422);
    const reserved = distOf({ name: 'mfe-platform' });
    expect(await problemOf(await developer.reserve(reserved))).toMatchObject({
      status: 422,
      errors: [{ path: 'body.build.manifest.name', message: 'is reserved for the platform' }],
    });
  });

  test('beyond a megabyte', async () => {
    const body = { ...descriptionOf(dist), why: 'x'.repeat(1_000_001) };
    expect(await problemOf(await send(body))).toMatchObject({ status: 413, code: 'too_large' });
  });

  test('beyond two thousand files', async () => {
    const { build, ...more } = descriptionOf(dist);
    const [file] = build.files;
    const files = Array.from({ length: 2_001 }, (_, index) => ({ ...file, path: `${index}.js` }));
    expect(await problemOf(await send({ ...more, build: { ...build, files } }))).toMatchObject({ status: 422 });
  });

  test('none of them leaves anything behind', async () => {
    expect(await repository().findVersion('mfe-refused', '1.0.0')).toBeUndefined();
  });
});

describe('names and routes', () => {
  test('the shell, and releases for every shop, are the platform’s', async () => {
    expect(await problemOf(await developer.reserve(shell()))).toMatchObject({ status: 403, code: 'name_reserved' });
    const dist = fresh();
    expect(await problemOf(await developer.reserve(dist, { scope: 'platform' }))).toMatchObject({
      status: 403,
      code: 'platform_only',
    });
    const answer = await platform.reserve(dist, { scope: 'platform' });
    const { releaseId, uploads } = (await answer.json()) as Awaited<ReturnType<typeof platform.reserved>>;
    await platform.upload(dist, { remote: '', version: '', releaseId, state: 'reserved', uploads });
    expect((await platform.commit(dist, releaseId, { scope: 'platform' })).status).toBe(201);
    expect((await repository('folio').findRelease(releaseId))?.tenantId).toBe('platform');
    const { name } = buildOf(dist).manifest;
    expect(await world.json(`/api/admin/releases/${name}/1.0.0`, { tenant: 'folio' })).toMatchObject({
      scope: 'platform',
    });
    await goLive('folio', [shell()], { [name]: releaseId });
    expect(await world.json(`/api/admin/releases/${name}/1.0.0`, { tenant: 'folio' })).toMatchObject({ live: true });
    expect(await world.json(`/api/admin/releases?remote=${name}`, { tenant: 'folio' })).toMatchObject({
      items: [{ releaseId, scope: 'platform', live: true }],
      live: expect.arrayContaining([expect.objectContaining({ remote: name, version: '1.0.0' })]) as unknown,
    });
    const own = distOf({ name, routes: buildOf(dist).manifest.routes, files: { 'entry.js': 'own' } });
    expect(await problemOf(await developer.reserve(own))).toMatchObject({ code: 'version_taken' });
  });

  test('what a live remote of this shop answers is not another’s, and of another shop it is no matter', async () => {
    const live = distOf({ name: 'mfe-map', routes: [route('map', '/map/:place')] });
    await goLive('folio', [shell(), live]);
    const claim = distOf({ name: 'mfe-atlas', routes: [route('a', '/atlas'), route('b', '/Map')] });
    const folio = publisherOf(world, { tenant: 'folio', as: 'usr_dev:developer' });
    expect(await problemOf(await folio.reserve(claim))).toMatchObject({
      status: 409,
      code: 'routes_taken',
      errors: [{ path: 'body.build.manifest.routes.1.path', message: 'claims /map, which belongs to mfe-map' }],
    });
    expect((await developer.reserve(claim)).status).toBe(200);
    const next = distOf({ name: 'mfe-map', version: '1.1.0', routes: [route('map', '/map/*')] });
    expect((await folio.reserve(next)).status).toBe(200);
  });

  test('a shop that has as many releases as it may have is told so', async () => {
    const summaries = createReleaseSummaryEntity(world.table);
    const tenantId = 'folio';
    const present = (await repository(tenantId).list()).length;
    await summaries
      .put(
        Array.from({ length: releaseLimits.releases - present }, (_, index) => ({
          ...{
            tenantId,
            remote: 'mfe-many',
            version: `1.0.${index}`,
            releaseId: `rel_${index}`,
            state: 'published' as const,
          },
          ...{ files: 1, bytes: 1, at: '2026-01-01T00:00:00.000Z', by: 'test' },
        })),
      )
      .go();
    const folio = publisherOf(world, { tenant: tenantId, as: 'usr_dev:developer' });
    expect(await problemOf(await folio.reserve(fresh()))).toMatchObject({ status: 409, code: 'release_limit' });
  });
});
