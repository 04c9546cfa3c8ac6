import { PutObjectCommand } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { integrityOf } from '../publish/read-build.ts';
import { blobKeyOf } from '../publish/store.ts';
import { createTestBucket } from '../testing/bucket.ts';
import { createServerEntryLoader } from './load-server-entry.ts';

let s3: Awaited<ReturnType<typeof createTestBucket>>;
beforeAll(async () => {
  s3 = await createTestBucket();
});
afterAll(() => s3.stop());

async function store(source: string, content = source) {
  const integrity = integrityOf(Buffer.from(source));
  const key = blobKeyOf(integrity);
  await s3.client.send(new PutObjectCommand({ Bucket: s3.bucket, Key: key, Body: content }));
  return { bucket: s3.bucket, key, integrity };
}

test('loads what the hash names, once', async () => {
  const load = createServerEntryLoader(s3.client);
  const source = await store(
    'globalThis.__loads = (globalThis.__loads ?? 0) + 1; export default () => globalThis.__loads',
  );
  const [first, second] = await Promise.all([load(source), load(source)]);
  expect(first).toBe(second);
  expect((first as () => number)()).toBe(1);
});

test('runs nothing whose bytes are others, and tries again', async () => {
  const load = createServerEntryLoader(s3.client);
  const source = await store('export default 1', 'globalThis.__stolen = true; export default 2');
  await expect(load(source)).rejects.toThrow(/integrity/);
  expect(globalThis).not.toHaveProperty('__stolen');
  await store('export default 1');
  expect(await load(source)).toBe(1);
});
