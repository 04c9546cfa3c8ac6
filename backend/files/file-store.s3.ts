import { GetObjectCommand, NoSuchKey, type S3Client } from '@aws-sdk/client-s3';
import { platformTenant } from '@tessera/contracts/release.ts';
import { OriginMap, originKeyOf } from '../platform/release-files.ts';
import type { FileStore } from './file-store.ts';

/** A page asks for files of a handful of releases. */
const maxKeptMaps = 200;

/** Reads the release's map, which is kept because it never changes, and then the bytes. */
export function createS3FileStore({ client, bucket }: { client: S3Client; bucket: string }): FileStore {
  const maps = new Map<string, Promise<OriginMap | undefined>>();

  async function read(Key: string): Promise<Uint8Array | undefined> {
    try {
      const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key }));
      return await Body?.transformToByteArray();
    } catch (error) {
      if (error instanceof NoSuchKey) return undefined;
      throw error;
    }
  }

  async function readMap(key: string): Promise<OriginMap | undefined> {
    const body = await read(key);
    return body && OriginMap.parse(JSON.parse(Buffer.from(body).toString()));
  }

  function mapAt(key: string): Promise<OriginMap | undefined> {
    const kept = maps.get(key);
    if (kept) return kept;
    const reading = readMap(key);
    // What is not there may be in a moment, and a failure may pass.
    const forget = (): void => void maps.delete(key);
    reading.then((map) => map ?? forget(), forget);
    maps.set(key, reading);
    const [oldest] = maps.keys();
    if (maps.size > maxKeptMaps && oldest !== undefined) maps.delete(oldest);
    return reading;
  }

  return {
    async find({ tenantId, remote, version, path }) {
      const map =
        (await mapAt(originKeyOf(tenantId, remote, version))) ??
        (await mapAt(originKeyOf(platformTenant, remote, version)));
      const entry = map && Object.hasOwn(map.files, path) ? map.files[path] : undefined;
      const body = entry && (await read(entry.blob));
      return body && { body, contentType: entry.contentType, etag: entry.blob.replace('blobs/', '').slice(0, 24) };
    },
  };
}
