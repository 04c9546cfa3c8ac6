import { z } from 'zod';
import { createLocalSearch } from './local.ts';
import type { SearchEngine, TenantSearch } from './port.ts';

export const searchEnv = {
  SEARCH_ADAPTER: z.enum(['local', 'opensearch']),
  SEARCH_ENDPOINT: z.url(),
  AWS_REGION: z.string(),
};

export const createSearchEngine = (env: z.output<z.ZodObject<typeof searchEnv>>): SearchEngine =>
  env.SEARCH_ADAPTER === 'local'
    ? createLocalSearch(env.SEARCH_ENDPOINT)
    : deferred(async () => {
        const { createOpenSearch } = await import('./opensearch.ts');
        return createOpenSearch({ endpoint: env.SEARCH_ENDPOINT, region: env.AWS_REGION });
      });

/** The OpenSearch client is large, so it is evaluated with the first query and not at a cold start. */
function deferred(load: () => Promise<SearchEngine>): SearchEngine {
  let engine: Promise<SearchEngine> | undefined;
  return {
    forTenant(tenantId) {
      const tenant = async (): Promise<TenantSearch> => (await (engine ??= load())).forTenant(tenantId);
      return {
        search: async (query) => (await tenant()).search(query),
        suggest: async (query) => (await tenant()).suggest(query),
        put: async (documents) => (await tenant()).put(documents),
        remove: async (ids) => (await tenant()).remove(ids),
        putPassages: async (article, passages) => (await tenant()).putPassages(article, passages),
        searchPassages: async (query) => (await tenant()).searchPassages(query),
      };
    },
  };
}
