import type { z } from 'zod';
import { CompletionsAnswer, PassagesAnswer, WorkHitsAnswer } from './http-protocol.ts';
import type { SearchEngine, TenantSearch } from './port.ts';

const batchSize = 500;

/** The search service at `SEARCH_ENDPOINT`. */
export function createLocalSearch(endpoint: string): SearchEngine {
  return { forTenant: (tenantId) => createTenantSearch(`${endpoint}/indexes/${encodeURIComponent(tenantId)}`) };
}

function createTenantSearch(base: string): TenantSearch {
  return {
    async search(query) {
      const { didYouMean, ...answer } = await call(`${base}/works/_search`, 'POST', query, WorkHitsAnswer);
      return { ...answer, ...(didYouMean === undefined ? {} : { didYouMean }) };
    },
    async suggest(query) {
      return (await call(`${base}/works/_suggest`, 'POST', query, CompletionsAnswer)).completions;
    },
    async put(documents) {
      for (let start = 0; start < documents.length; start += batchSize)
        await call(`${base}/works`, 'PUT', { documents: documents.slice(start, start + batchSize) });
    },
    async remove(ids) {
      if (ids.length > 0) await call(`${base}/works/_delete`, 'POST', { ids });
    },
    async putPassages(article, passages) {
      await call(`${base}/passages`, 'PUT', { article, passages });
    },
    async searchPassages(query) {
      const { hits } = await call(`${base}/passages/_search`, 'POST', query, PassagesAnswer);
      return hits.map(({ similarity, ...hit }) => ({ ...hit, ...(similarity === undefined ? {} : { similarity }) }));
    },
  };
}

async function call(url: string, method: string, body: unknown): Promise<void>;
async function call<Schema extends z.ZodType>(
  url: string,
  method: string,
  body: unknown,
  schema: Schema,
): Promise<z.output<Schema>>;
async function call(url: string, method: string, body: unknown, schema?: z.ZodType): Promise<unknown> {
  const response = await fetch(url, {
    method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(30_000),
  });
  if (!response.ok) throw new Error(`search answered ${response.status} to ${method} ${url}: ${await response.text()}`);
  return schema?.parse(await response.json());
}
