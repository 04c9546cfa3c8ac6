import { GetObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { integrityOf } from '../publish/read-build.ts';
import type { LoadServerEntry } from './shell-chrome.ts';

const Module = z.object({ default: z.unknown() });

/** Loads the default export of a `server.mjs` by its hash, once for the life of the function. */
export function createServerEntryLoader(client: S3Client): LoadServerEntry {
  const loaded = new Map<string, Promise<unknown>>();
  let folder: Promise<string> | undefined;

  return ({ bucket, key, integrity }) => {
    const known = loaded.get(integrity);
    if (known) return known;
    const entry = load(bucket, key, integrity);
    loaded.set(integrity, entry);
    entry.catch(() => loaded.delete(integrity));
    return entry;
  };

  async function load(bucket: string, key: string, integrity: string): Promise<unknown> {
    const bytes = await readBlob(client, { bucket, key, integrity });
    folder ??= mkdtemp(join(tmpdir(), 'server-entry-'));
    const file = join(await folder, `${key.replace(/\W/g, '')}.mjs`);
    await writeFile(file, bytes);
    const module: unknown = await import(pathToFileURL(file).href);
    return Module.parse(module).default;
  }
}

/** Bytes of the store, refused unless they are what the record says. */
export async function readBlob(
  client: S3Client,
  { bucket, key, integrity }: { bucket: string; key: string; integrity: string },
): Promise<Uint8Array> {
  const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
  const bytes = await Body?.transformToByteArray();
  if (!bytes || integrityOf(bytes) !== integrity) throw new Error(`${key} does not match its integrity`);
  return bytes;
}
