import { GetObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { createHash } from 'node:crypto';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

export interface EntryAddress {
  bucket: string;
  key: string;
  /** `sha384-…`: what the release's record says of the file. */
  integrity: string;
}

/** Brings a server entry out of the object store into a file of its own, once, and only if its bytes are the recorded ones. */
export function createEntryStore(client: S3Client): (address: EntryAddress) => Promise<string> {
  const files = new Map<string, Promise<string>>();
  let folder: Promise<string> | undefined;

  return (address) => {
    const known = files.get(address.integrity);
    if (known) return known;
    const file = save(address);
    files.set(address.integrity, file);
    file.catch(() => files.delete(address.integrity));
    return file;
  };

  async function save({ bucket, key, integrity }: EntryAddress): Promise<string> {
    const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
    const bytes = await Body?.transformToByteArray();
    const digest = bytes && createHash('sha384').update(bytes).digest();
    if (!digest || `sha384-${digest.toString('base64')}` !== integrity)
      throw new Error(`${key} does not match its integrity`);
    folder ??= mkdtemp(path.join(tmpdir(), 'tessera-entry-'));
    const file = path.join(await folder, `${digest.toString('hex')}.mjs`);
    await writeFile(file, bytes);
    return file;
  }
}
