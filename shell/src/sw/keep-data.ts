import { dataCache } from './cache-names.ts';

const maxAnswers = 120;

/** Puts answers where the worker looks for them without a network. */
export async function keepData(
  caches: CacheStorage,
  origin: string,
  answers: ReadonlyMap<string, unknown>,
): Promise<void> {
  if (answers.size === 0) return;
  const cache = await caches.open(dataCache);
  const headers = { 'content-type': 'application/json' };
  for (const [url, body] of answers) {
    // Deleted first, so that the order of keys is the order of last use.
    await cache.delete(origin + url);
    await cache.put(origin + url, new Response(JSON.stringify(body), { headers }));
  }
  const keys = await cache.keys();
  await Promise.all(keys.slice(0, Math.max(0, keys.length - maxAnswers)).map((key) => cache.delete(key)));
}
