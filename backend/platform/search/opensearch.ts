import { Client } from '@opensearch-project/opensearch';
import { AwsSigv4Signer } from '@opensearch-project/opensearch/aws-v3';
import { defaultProvider } from '@aws-sdk/credential-provider-node';
import { createOpenSearchPassages } from './opensearch-passages.ts';
import { createOpenSearchWorks } from './opensearch-works.ts';
import type { SearchEngine } from './port.ts';

/** OpenSearch Serverless (`aoss`), or a managed domain (`es`); requests are signed with the function's role. */
export function createOpenSearch(options: { endpoint: string; region: string }): SearchEngine {
  const service = new URL(options.endpoint).hostname.includes('.aoss.') ? 'aoss' : 'es';
  const signed = options.endpoint.startsWith('https://');
  const client = new Client({
    ...(signed ? AwsSigv4Signer({ region: options.region, service, getCredentials: () => defaultProvider()() }) : {}),
    node: options.endpoint,
  });
  return {
    forTenant: (tenantId) => ({
      ...createOpenSearchWorks(client, `tessera-works-${tenantId}`),
      ...createOpenSearchPassages(client, `tessera-passages-${tenantId}`),
    }),
  };
}
