import { documentCacheOf } from './cache-names.ts';
import { readGoodSets } from './good-sets.ts';
import { startOf } from './released-files.ts';

export interface LastGoodOptions {
  caches: CacheStorage;
  isReleased(url: URL): boolean;
}

/** A page's document of an earlier good set, with all that it starts from; the latest where there are several. */
export function createLastGoodDocument({ caches, isReleased }: LastGoodOptions) {
  return async (page: string, except: string): Promise<Response | undefined> => {
    for (const set of await readGoodSets(caches)) {
      if (set === except || !(await caches.has(documentCacheOf(set)))) continue;
      const document = await (await caches.open(documentCacheOf(set))).match(page);
      if (document && (await isWhole(await document.clone().text(), page))) return document;
    }
    return undefined;
  };

  async function isWhole(html: string, page: string): Promise<boolean> {
    const files = startOf(html, page, isReleased).map((url) => caches.match(url, { ignoreVary: true }));
    return (await Promise.all(files)).every(Boolean);
  }
}
