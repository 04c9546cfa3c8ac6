import {
  GetObjectCommand,
  HeadObjectCommand,
  NoSuchKey,
  NotFound,
  PutObjectCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
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

const requestsAtOnce = 16;

/** Files by their content: each content once. */
export const distinctFiles = (list: readonly ReleaseFile[]): ReleaseFile[] => [
  ...new Map(list.map((file) => [file.integrity, file])).values(),
];

/** Runs a step for each file, a few at a time, in no order. */
export async function forEachFile(
  files: readonly ReleaseFile[],
  step: (file: ReleaseFile) => Promise<void>,
): Promise<void> {
  const queue = [...files];
  const worker = async () => {
    for (let next = queue.pop(); next; next = queue.pop()) await step(next);
  };
  await Promise.all(Array.from({ length: requestsAtOnce }, worker));
}

/** Uploads what the store does not have yet. */
export const uploadBlobs = (s3: ReleaseBucket, list: readonly ReleaseFile[], files: DistFiles): Promise<void> =>
  forEachFile(distinctFiles(list), async (file) => {
    const key = blobKeyOf(file.integrity);
    const body = files.get(file.path);
    if (body && !(await isStored(s3, key, file.bytes))) await put(s3, key, body, file.contentType);
  });

export async function writeOrigin(s3: ReleaseBucket, key: string, list: readonly ReleaseFile[]): Promise<void> {
  const map: OriginMap = {
    files: Object.fromEntries(
      list.map(({ path, integrity, contentType }) => [path, { blob: blobKeyOf(integrity), contentType }]),
    ),
  };
  await put(s3, key, Buffer.from(JSON.stringify(map)), 'application/json');
}

/** Whether an object of this size is there: another size is an upload that was cut short. */
export const isStored = async (s3: ReleaseBucket, key: string, bytes: number): Promise<boolean> =>
  (await sizeOf(s3, key)) === bytes;

export const isThere = async (s3: ReleaseBucket, key: string): Promise<boolean> =>
  (await sizeOf(s3, key)) !== undefined;

async function sizeOf(s3: ReleaseBucket, key: string): Promise<number | undefined> {
  try {
    const head = await s3.client.send(new HeadObjectCommand({ Bucket: s3.bucket, Key: key }));
    return head.ContentLength;
  } catch (error) {
    if (error instanceof NotFound) return undefined;
    throw error;
  }
}

/** An object's bytes; undefined where it is not there. */
export async function readObject(s3: ReleaseBucket, key: string): Promise<Uint8Array | undefined> {
  try {
    const { Body } = await s3.client.send(new GetObjectCommand({ Bucket: s3.bucket, Key: key }));
    return await Body?.transformToByteArray();
  } catch (error) {
    if (error instanceof NoSuchKey) return undefined;
    throw error;
  }
}

export async function put(s3: ReleaseBucket, key: string, body: Uint8Array, contentType: string): Promise<void> {
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
