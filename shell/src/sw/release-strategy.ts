import { releaseCacheOf } from './cache-names.ts';

export interface ReleaseOptions {
  releaseSet: string;
  /** Immutable address → integrity. */
  files: Readonly<Record<string, string>>;
  fetch(input: string, init: RequestInit): Promise<Response>;
  caches: CacheStorage;
}

/** Cache first, for files that never change under their address; what does not match its hash is not kept. */
export function createReleaseStrategy({ releaseSet, files, fetch, caches }: ReleaseOptions) {
  return async (url: string): Promise<Response> => {
    const known = await caches.match(url, { ignoreVary: true });
    if (known) return known;
    const integrity = files[url];
    const response = await fetch(url, {
      mode: 'cors',
      credentials: 'omit',
      ...(integrity === undefined ? {} : { integrity }),
    });
    if (response.ok) {
      const cache = await caches.open(releaseCacheOf(releaseSet));
      await cache.put(url, response.clone());
    }
    return response;
  };
}
