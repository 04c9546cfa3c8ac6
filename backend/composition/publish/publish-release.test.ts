import { GetObjectCommand, type HeadObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createDynamoReleaseRepository } from '../registry/repository.dynamo.ts';
import { distOf } from '../testing/dist.ts';
import { createWorld, type World } from '../testing/world.ts';
import { publishRelease, type PublishInput } from './publish-release.ts';
import { originKeyOf } from '../../platform/release-files.ts';
import { blobKeyOf } from './store.ts';
import { reservationMs } from './take-version.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.stop());

const input = (overrides: Partial<PublishInput>): PublishInput => ({
  tenantId: world.tenantId,
  dist: distOf(),
  publishedBy: 'test',
  s3: world.s3,
  table: world.table,
  signer: world.keys.signer,
  ...overrides,
});

const find = (remote: string, version: string) =>
  createDynamoReleaseRepository(world.table, world.tenantId).findVersion(remote, version);

const textOf = async (key: string) => {
  const { Body } = await world.s3.client.send(new GetObjectCommand({ Bucket: world.s3.bucket, Key: key }));
  return Body?.transformToString();
};

test('stores bytes by content, maps the tenant’s addresses to them, and commits the record', async () => {
  const dist = distOf({ name: 'mfe-first' });
  const result = await publishRelease(input({ dist }));
  expect(result).toMatchObject({ ok: true, remote: 'mfe-first', version: '1.0.0', published: true });
  const stored = await find('mfe-first', '1.0.0');
  expect(stored).toMatchObject({ state: 'published', publishedBy: 'test' });
  const origin: unknown = JSON.parse((await textOf(originKeyOf('aria', 'mfe-first', '1.0.0'))) ?? '');
  expect(origin).toMatchObject({
    files: { 'entry.js': { blob: expect.stringMatching(/^blobs\/[0-9a-f]{96}$/), contentType: 'text/javascript' } },
  });
  const { files } = origin as { files: Record<string, { blob: string }> };
  expect(await textOf(files['entry.js']?.blob ?? '')).toBe(`export const name = 'mfe-first'`);
});

test('the same version with the same bytes changes nothing', async () => {
  const dist = distOf({ name: 'mfe-same' });
  const first = await publishRelease(input({ dist }));
  const second = await publishRelease(input({ dist }));
  expect(second).toEqual({ ...first, published: false });
});

test('the same version with other bytes is refused, and what is published stays', async () => {
  const before = await publishRelease(input({ dist: distOf({ name: 'mfe-taken' }) }));
  const other = distOf({ name: 'mfe-taken', files: { 'entry.js': 'export {}' } });
  expect(await publishRelease(input({ dist: other }))).toMatchObject({ ok: false, reason: 'version_taken' });
  expect(await find('mfe-taken', '1.0.0')).toMatchObject({ releaseId: before.ok ? before.releaseId : '' });
});

test('the id is the content: the same for every tenant, another for another byte', async () => {
  const dist = distOf({ name: 'mfe-id' });
  const [here, there] = [
    await publishRelease(input({ dist })),
    await publishRelease(input({ dist, tenantId: 'folio' })),
  ];
  const next = await publishRelease(input({ dist: distOf({ name: 'mfe-id', version: '1.0.1' }) }));
  expect(here.ok && there.ok && here.releaseId === there.releaseId).toBe(true);
  expect(here.ok && next.ok && here.releaseId === next.releaseId).toBe(false);
});

test('bytes that the store has are not sent again', async () => {
  await publishRelease(input({ dist: distOf({ name: 'mfe-once' }) }));
  const calls: string[] = [];
  const dist = distOf({ name: 'mfe-once', version: '2.0.0' });
  await publishRelease(
    input({ dist, s3: { ...world.s3, client: watched(world.s3.client, (name) => void calls.push(name)) } }),
  );
  expect(calls.filter((name) => name === 'PutObjectCommand')).toHaveLength(1);
});

describe('a publish that dies', () => {
  test('leaves nothing visible at whichever call, and can be finished', async () => {
    const total = await countCalls();
    expect(total).toBeGreaterThan(4);
    for (let dieAt = 1; dieAt <= total; dieAt += 1) {
      const name = `mfe-dies-${dieAt}`;
      const dist = distOf({ name });
      let calls = 0;
      const dying = watched(world.s3.client, () => {
        calls += 1;
        if (calls >= dieAt) throw new Error('the network is gone');
      });
      await expect(publishRelease(input({ dist, s3: { ...world.s3, client: dying } }))).rejects.toThrow('gone');
      const stored = await find(name, '1.0.0');
      expect(stored?.state).toBe('reserved');
      expect(
        await createDynamoReleaseRepository(world.table, 'aria').findRelease(stored?.releaseId ?? ''),
      ).toBeUndefined();
      expect(await publishRelease(input({ dist }))).toMatchObject({ ok: true, published: true });
    }
  });

  test('keeps its version from others for a while, and not for ever', async () => {
    const start = new Date('2026-01-01T00:00:00.000Z');
    const later = (ms: number) => () => new Date(start.getTime() + ms);
    const dying = watched(world.s3.client, () => {
      throw new Error('the network is gone');
    });
    const first = input({ dist: distOf({ name: 'mfe-held' }), now: later(0), s3: { ...world.s3, client: dying } });
    await expect(publishRelease(first)).rejects.toThrow('gone');
    const dist = distOf({ name: 'mfe-held', files: { 'entry.js': 'export {}' } });
    expect(await publishRelease(input({ dist, now: later(reservationMs - 1) }))).toMatchObject({
      reason: 'publish_in_progress',
    });
    expect(await publishRelease(input({ dist, now: later(reservationMs) }))).toMatchObject({
      ok: true,
      published: true,
    });
  });
});

test('of two that publish different bytes at once, one wins', async () => {
  const dists = [distOf({ name: 'mfe-race' }), distOf({ name: 'mfe-race', files: { 'entry.js': 'export {}' } })];
  const results = await Promise.all(dists.map((dist) => publishRelease(input({ dist }))));
  expect(results.filter(({ ok }) => ok)).toHaveLength(1);
});

async function countCalls(): Promise<number> {
  let calls = 0;
  const client = watched(world.s3.client, () => void (calls += 1));
  await publishRelease(input({ dist: distOf({ name: 'mfe-count' }), s3: { ...world.s3, client } }));
  return calls;
}

/** The client with a look at each call before it is sent. */
function watched(client: S3Client, look: (command: string) => void): S3Client {
  return new Proxy(client, {
    get(target, property) {
      if (property !== 'send') return Reflect.get(target, property) as unknown;
      return async (command: HeadObjectCommand) => {
        look(command.constructor.name);
        return target.send(command);
      };
    },
  });
}

test('keys of the store', () => {
  expect(blobKeyOf(`sha384-${Buffer.alloc(48, 1).toString('base64')}`)).toBe(`blobs/${'01'.repeat(48)}`);
  expect(originKeyOf('aria', 'shell', '1.0.0')).toBe('origins/aria/shell/1.0.0.json');
});
