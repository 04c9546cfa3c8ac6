import { releaseCacheOf, releaseSetOf } from './cache-names.ts';
import { readGoodSets } from './good-sets.ts';

export interface NeededSets {
  releaseSet: string;
  /** Immutable addresses that this set names. */
  files: Readonly<Record<string, string>>;
  /** Sets of the pages that are open; undefined where one did not say. */
  open: ReadonlySet<string> | undefined;
}

/**
 * Takes over what older sets have fetched and this one still names, then forgets the sets that nobody needs any more.
 * Needed are this one, those of open pages, which go on loading their own files, and the last good one before this.
 */
export async function keepNeededSets(caches: CacheStorage, { releaseSet, files, open }: NeededSets): Promise<void> {
  const target = await caches.open(releaseCacheOf(releaseSet));
  const lastGood = (await readGoodSets(caches)).find((set) => set !== releaseSet);
  const isNeeded = (set: string): boolean => !open || open.has(set) || set === lastGood;
  for (const name of await caches.keys()) {
    const set = releaseSetOf(name);
    if (set === undefined || set === releaseSet) continue;
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      const response = request.url in files ? await cache.match(request) : undefined;
      if (response && !(await target.match(request))) await target.put(request, response);
    }
    if (!isNeeded(set)) await caches.delete(name);
  }
}
