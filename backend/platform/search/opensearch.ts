import { createOpenSearchClient } from './opensearch-client.ts';
import { createOpenSearchPassages } from './opensearch-passages.ts';
import { createOpenSearchWorks } from './opensearch-works.ts';
import type { SearchEngine } from './port.ts';

/** OpenSearch Serverless or a managed domain, an index of works and one of passages for each tenant. */
export function createOpenSearch(options: { endpoint: string; region: string }): SearchEngine {
  const client = createOpenSearchClient(options);
  return {
    forTenant: (tenantId) => ({
      ...createOpenSearchWorks(client, `tessera-works-${tenantId}`),
      ...createOpenSearchPassages(client, `tessera-passages-${tenantId}`),
    }),
  };
}
