import type { S3Client } from '@aws-sdk/client-s3';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { createEntryStore } from '../../platform/render-store.ts';
import type { LoadServerEntry } from './shell-chrome.ts';

const Module = z.object({ default: z.unknown() });

/** Loads the default export of a `server.mjs` by its hash, once for the life of the function. */
export function createServerEntryLoader(client: S3Client): LoadServerEntry {
  const entryFile = createEntryStore(client);
  return async (address) => {
    const module: unknown = await import(pathToFileURL(await entryFile(address)).href);
    return Module.parse(module).default;
  };
}
