import { isOutdated, releaseCacheOf } from './cache-names.ts';

/** Takes over what an older set already fetched and this one still names, then forgets the older sets. */
export async function adoptRelease(
  caches: CacheStorage,
  releaseSet: string,
  files: Readonly<Record<string, string>>,
): Promise<void> {
  const outdated = (await caches.keys()).filter((name) => isOutdated(name, releaseSet));
  const target = await caches.open(releaseCacheOf(releaseSet));
  for (const name of outdated) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      const response = request.url in files ? await cache.match(request) : undefined;
      if (response) await target.put(request, response);
    }
    await caches.delete(name);
  }
}
