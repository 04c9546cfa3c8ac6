import { z } from 'zod';
import { createLocalSearch } from './local.ts';
import type { SearchEngine } from './port.ts';

export const searchEnv = {
  SEARCH_ADAPTER: z.enum(['local', 'opensearch']),
  SEARCH_ENDPOINT: z.url(),
  AWS_REGION: z.string(),
};

/** The OpenSearch client is large, so it is evaluated only where it is used. */
export async function createSearchEngine(env: z.output<z.ZodObject<typeof searchEnv>>): Promise<SearchEngine> {
  if (env.SEARCH_ADAPTER === 'local') return createLocalSearch(env.SEARCH_ENDPOINT);
  const { createOpenSearch } = await import('./opensearch.ts');
  return createOpenSearch({ endpoint: env.SEARCH_ENDPOINT, region: env.AWS_REGION });
}
