import { releaseCacheOf } from './cache-names.ts';
import { stylesBeside } from './released-files.ts';

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
    const response = await ask(url);
    // Beside the answer: a device without room for it gets it all the same.
    if (response.ok && url in files) waitUntil(Promise.all([keep(url, response.clone()), keepStyles(url)]));
    return response;
  };

  function ask(url: string): Promise<Response> {
    const integrity = files[url];
    return fetch(url, { mode: 'cors', credentials: 'omit', ...(integrity === undefined ? {} : { integrity }) });
  }

  async function keep(url: string, response: Response): Promise<void> {
    const cache = await caches.open(releaseCacheOf(releaseSet));
    await cache.put(url, response);
  }

  /** A first view brings its styles in the document; the next one that mounts the release asks for the file. */
  async function keepStyles(entry: string): Promise<void> {
    for (const url of stylesBeside(entry, Object.keys(files))) {
      if (await caches.match(url, { ignoreVary: true })) continue;
      const response = await ask(url);
      if (response.ok) await keep(url, response);
    }
  }
}
