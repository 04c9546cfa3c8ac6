import { PutObjectCommand } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestBucket } from '../testing/bucket.ts';
import { readBlob } from './read-blob.ts';
import { integrityOf } from './read-build.ts';
import { blobKeyOf } from './store.ts';

let s3: Awaited<ReturnType<typeof createTestBucket>>;
beforeAll(async () => {
  s3 = await createTestBucket();
});
afterAll(() => s3.stop());

test.each([
  ['the bytes it was stored with', 'self', true],
  ['other bytes', 'else', false],
])('a blob with %s', async (_, stored, good) => {
  const integrity = integrityOf(Buffer.from('self'));
  await s3.client.send(new PutObjectCommand({ Bucket: s3.bucket, Key: blobKeyOf(integrity), Body: stored }));
  const read = readBlob(s3, integrity);
  await (good
    ? expect(read).resolves.toEqual(new Uint8Array(Buffer.from('self')))
    : expect(read).rejects.toThrow('bytes'));
});
