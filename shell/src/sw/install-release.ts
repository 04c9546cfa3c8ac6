import { releaseCacheOf } from './cache-names.ts';

export interface InstallOptions {
  releaseSet: string;
  /** Immutable addresses with their integrity: what an installed shop starts from. */
  files: readonly { url: string; integrity: string }[];
  fetch(input: string, init: RequestInit): Promise<Response>;
  caches: CacheStorage;
}

/** Puts all of a set's start on the device, or fails: a set is there as a whole before it takes over. */
export async function installRelease({ releaseSet, files, fetch, caches }: InstallOptions): Promise<void> {
  const cache = await caches.open(releaseCacheOf(releaseSet));
  await Promise.all(
    files.map(async ({ url, integrity }) => {
      const known = await caches.match(url, { ignoreVary: true });
      const response = known ?? (await fetch(url, { mode: 'cors', credentials: 'omit', integrity }));
      if (!response.ok) throw new Error(`${url} was answered with ${response.status}`);
      await cache.put(url, response);
    }),
  );
}
