import { releaseCacheOf } from './cache-names.ts';

export interface ReleaseOptions {
  releaseSet: string;
  /** Immutable address → integrity, of this set. */
  files: Readonly<Record<string, string>>;
  fetch(input: string, init: RequestInit): Promise<Response>;
  caches: CacheStorage;
}

/**
 * Cache first, for files that never change under their address, whichever set they came with. What this set does not
 * name or does not match its hash is not kept.
 */
export function createReleaseStrategy({ releaseSet, files, fetch, caches }: ReleaseOptions) {
  return async (url: string, waitUntil: (work: Promise<unknown>) => void): Promise<Response> => {
    const known = await caches.match(url, { ignoreVary: true });
    if (known) return known;
    const integrity = files[url];
    const response = await fetch(url, {
      mode: 'cors',
      credentials: 'omit',
      ...(integrity === undefined ? {} : { integrity }),
    });
    // Beside the answer: a device without room for it gets it all the same.
    if (response.ok && integrity !== undefined) waitUntil(keep(url, response.clone()));
    return response;
  };

  async function keep(url: string, response: Response): Promise<void> {
    const cache = await caches.open(releaseCacheOf(releaseSet));
    await cache.put(url, response);
  }
}
