import { HeadObjectCommand, NotFound, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import type { ReleaseFile } from '@tessera/contracts/release.ts';
import type { OriginMap } from '../../platform/release-files.ts';
import type { DistFiles } from './read-build.ts';

export interface ReleaseBucket {
  client: S3Client;
  bucket: string;
}

/** Where bytes stand, once, by their content. */
export const blobKeyOf = (integrity: string): string =>
  `blobs/${Buffer.from(integrity.replace(/^sha384-/, ''), 'base64').toString('hex')}`;

const uploadsAtOnce = 8;

/** Uploads what the store does not have yet. */
export async function uploadBlobs(s3: ReleaseBucket, list: readonly ReleaseFile[], files: DistFiles): Promise<void> {
  const queue = [...new Map(list.map((file) => [blobKeyOf(file.integrity), file])).entries()];
  const worker = async () => {
    for (let next = queue.pop(); next; next = queue.pop()) {
      const [key, file] = next;
      const body = files.get(file.path);
      if (body && !(await isStored(s3, key, file.bytes))) await put(s3, key, body, file.contentType);
    }
  };
  await Promise.all(Array.from({ length: uploadsAtOnce }, worker));
}

export async function writeOrigin(s3: ReleaseBucket, key: string, list: readonly ReleaseFile[]): Promise<void> {
  const map: OriginMap = {
    files: Object.fromEntries(
      list.map(({ path, integrity, contentType }) => [path, { blob: blobKeyOf(integrity), contentType }]),
    ),
  };
  await put(s3, key, Buffer.from(JSON.stringify(map)), 'application/json');
}

async function isStored(s3: ReleaseBucket, key: string, bytes: number): Promise<boolean> {
  try {
    const head = await s3.client.send(new HeadObjectCommand({ Bucket: s3.bucket, Key: key }));
    // A size that differs is an upload that was cut short.
    return head.ContentLength === bytes;
  } catch (error) {
    if (error instanceof NotFound) return false;
    throw error;
  }
}

async function put(s3: ReleaseBucket, key: string, body: Uint8Array, contentType: string): Promise<void> {
  await s3.client.send(
    new PutObjectCommand({
      Bucket: s3.bucket,
      Key: key,
      Body: body,
      ContentType: contentType,
      ContentLength: body.byteLength,
    }),
  );
}
