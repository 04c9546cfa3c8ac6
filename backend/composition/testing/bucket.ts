import { S3Client } from '@aws-sdk/client-s3';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startS3 } from '../../local/engines/s3.ts';
import type { ReleaseBucket } from '../publish/store.ts';

/** A real object store with one bucket. */
export async function createTestBucket(): Promise<ReleaseBucket & { stop(): Promise<void> }> {
  const directory = await mkdtemp(join(tmpdir(), 'releases-'));
  const engine = await startS3({ directory, buckets: ['releases'] });
  const client = new S3Client({
    endpoint: `http://127.0.0.1:${engine.port}`,
    region: 'eu-central-1',
    forcePathStyle: true,
    requestChecksumCalculation: 'WHEN_REQUIRED',
    // The bare store knows this one account.
    credentials: { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' },
  });
  return {
    client,
    bucket: 'releases',
    async stop() {
      client.destroy();
      await engine.stop();
      await rm(directory, { recursive: true, force: true });
    },
  };
}
