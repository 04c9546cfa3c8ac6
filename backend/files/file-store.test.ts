import { afterAll, beforeAll, expect, test } from 'vitest';
import { publishRelease } from '../composition/publish/publish-release.ts';
import { distOf } from '../composition/testing/dist.ts';
import { createWorld, type World } from '../composition/testing/world.ts';
import type { FileStore } from './file-store.ts';
import { createS3FileStore } from './file-store.s3.ts';

let world: World;
let files: FileStore;
const dist = distOf({ name: 'mfe-filed' });

beforeAll(async () => {
  world = await createWorld();
  files = createS3FileStore(world.s3);
});
afterAll(() => world.stop());

const address = (path: string, version = '1.0.0') => ({ tenantId: world.tenantId, remote: 'mfe-filed', version, path });

test('finds what was published at the tenant’s address, byte for byte, and nothing before that', async () => {
  const paths = [...dist.keys()].filter((path) => path !== 'tessera.json');
  expect(paths.length).toBeGreaterThan(0);
  for (const path of paths) expect(await files.find(address(path))).toBeUndefined();
  const { s3, table, keys, tenantId } = world;
  const result = await publishRelease({ tenantId, dist, publishedBy: 'test', s3, table, signer: keys.signer });
  expect(result.ok).toBe(true);
  for (const path of paths) {
    const found = await files.find(address(path));
    expect(Buffer.from(found?.body ?? [])).toEqual(Buffer.from(dist.get(path) ?? []));
    expect(found?.contentType).toMatch(/\//);
    expect(found?.etag).toMatch(/^[0-9a-f]{24}$/);
  }
});

test.each(['nothing.js', 'constructor', '__proto__', ''])('%j is no file of it', async (path) => {
  expect(await files.find(address(path))).toBeUndefined();
});

test('another version and another tenant have files of their own', async () => {
  const [path = ''] = dist.keys();
  expect(await files.find(address(path, '2.0.0'))).toBeUndefined();
  expect(await files.find({ ...address(path), tenantId: 'folio' })).toBeUndefined();
});

test('a release for every tenant is found at each one’s address, behind its own', async () => {
  const { s3, table, keys } = world;
  const publish = (tenantId: string, content: string, version: string) =>
    publishRelease({
      tenantId,
      dist: distOf({ name: 'mfe-filed', version, files: { 'entry.js': content } }),
      ...{ publishedBy: 'test', s3, table, signer: keys.signer },
    });
  const textAt = async (tenantId: string, version: string) =>
    Buffer.from((await files.find({ ...address('entry.js', version), tenantId }))?.body ?? []).toString();
  await publish('folio', 'own', '3.0.0');
  await publish('platform', 'all', '3.0.0');
  expect([await textAt('folio', '3.0.0'), await textAt('lumen', '3.0.0')]).toEqual(['own', 'all']);
});

test('a store that does not answer is an error, and found again when it does', async () => {
  const gone = createS3FileStore({ client: world.s3.client, bucket: 'no-such-bucket' });
  await expect(gone.find(address('a.js'))).rejects.toThrow();
});
