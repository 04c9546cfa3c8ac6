import { GetObjectCommand } from '@aws-sdk/client-s3';
import { integrityOf } from './read-build.ts';
import { blobKeyOf, type ReleaseBucket } from './store.ts';

/** A file's bytes by their integrity; refused where the store holds others. */
export async function readBlob({ client, bucket }: ReleaseBucket, integrity: string): Promise<Uint8Array> {
  const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: blobKeyOf(integrity) }));
  const bytes = await Body?.transformToByteArray();
  if (!bytes || integrityOf(bytes) !== integrity) throw new Error(`the store’s bytes are not ${integrity}`);
  return bytes;
}
