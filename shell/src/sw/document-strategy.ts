import { documentCacheOf } from './cache-names.ts';

export interface DocumentOptions {
  releaseSet: string;
  /** Address of the document that says what an offline visitor can do. */
  offlineUrl: string;
  maxDocuments: number;
  /** The page's document of an earlier set, where that can be shown as a whole. */
  findEarlier(page: string): Promise<Response | undefined>;
  /** A document is kept; here is its text. */
  onKept(html: string): Promise<void>;
  fetch(request: Request): Promise<Response>;
  caches: CacheStorage;
}

const releaseHeader = 'x-tessera-release';

/**
 * Network first; the last good public document without one. Kept are only answers that shared caches may keep too: they
 * say nothing of the visitor.
 */
export function createDocumentStrategy(options: DocumentOptions) {
  const open = (): Promise<Cache> => options.caches.open(documentCacheOf(options.releaseSet));

  return async (request: Request, waitUntil: (work: Promise<unknown>) => void): Promise<Response> => {
    try {
      const response = await options.fetch(request);
      // Beside the answer, which streams.
      if (isWorthKeeping(response)) waitUntil(keep(request, response.clone()));
      return response;
    } catch (error) {
      const cache = await open();
      const known =
        (await cache.match(request.url)) ??
        (await options.findEarlier(request.url)) ??
        (await cache.match(options.offlineUrl));
      if (known) return known;
      throw error;
    }
  };

  function isWorthKeeping(response: Response): boolean {
    const control = response.headers.get('cache-control') ?? '';
    const madeBy = response.headers.get(releaseHeader);
    return (
      response.status === 200 && !response.redirected && control.includes('public') && madeBy === options.releaseSet
    );
  }

  async function keep(request: Request, response: Response): Promise<void> {
    const cache = await open();
    // Deleted first, so that the order of keys is the order of last visits.
    await cache.delete(request.url);
    const html = response.clone().text();
    await cache.put(request.url, response);
    await options.onKept(await html);
    const keys = await cache.keys();
    const surplus = keys
      .filter(({ url }) => !url.endsWith(options.offlineUrl))
      .slice(0, Math.max(0, keys.length - options.maxDocuments));
    await Promise.all(surplus.map((key) => cache.delete(key)));
  }
}
