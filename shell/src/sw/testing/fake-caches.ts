const urlOf = (input: RequestInfo | URL): string =>
  new URL(input instanceof Request ? input.url : String(input), 'https://shop.test').href;

/** Cache storage in memory, as far as the worker uses it. */
export function fakeCaches(): CacheStorage {
  const stores = new Map<string, Map<string, Response>>();

  const cacheOf = (store: Map<string, Response>) => ({
    match: (input: RequestInfo | URL) => Promise.resolve(store.get(urlOf(input))?.clone()),
    put: (input: RequestInfo | URL, response: Response) => Promise.resolve(void store.set(urlOf(input), response)),
    delete: (input: RequestInfo | URL) => Promise.resolve(store.delete(urlOf(input))),
    keys: () => Promise.resolve([...store.keys()].map((url) => new Request(url))),
  });

  const caches = {
    open(name: string) {
      const store = stores.get(name) ?? new Map<string, Response>();
      stores.set(name, store);
      return Promise.resolve(cacheOf(store));
    },
    keys: () => Promise.resolve([...stores.keys()]),
    has: (name: string) => Promise.resolve(stores.has(name)),
    delete: (name: string) => Promise.resolve(stores.delete(name)),
    match: (input: RequestInfo | URL) =>
      Promise.resolve(
        [...stores.values()]
          .map((store) => store.get(urlOf(input)))
          .find(Boolean)
          ?.clone(),
      ),
  };
  return caches as unknown as CacheStorage;
}
