import { setsCache } from './cache-names.ts';

const address = '/tessera-good-sets';
const remembered = 4;

/** Release sets whose pages did what they should on this device, the latest first. */
export async function readGoodSets(caches: CacheStorage): Promise<string[]> {
  const known = await (await caches.open(setsCache)).match(address);
  const sets: unknown = await known?.json().catch(() => undefined);
  return Array.isArray(sets) ? sets.filter((set) => typeof set === 'string') : [];
}

export async function addGoodSet(caches: CacheStorage, releaseSet: string): Promise<void> {
  const [latest, ...others] = await readGoodSets(caches);
  if (latest === releaseSet) return;
  const sets = [releaseSet, ...[latest, ...others].filter((set) => set !== undefined && set !== releaseSet)];
  const body = JSON.stringify(sets.slice(0, remembered));
  await (await caches.open(setsCache)).put(address, new Response(body));
}
