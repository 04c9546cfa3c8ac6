import { defaultProvider } from '@aws-sdk/credential-provider-node';
import { createSigner } from './opensearch-signer.ts';

/** The few calls of OpenSearch's HTTP API that the adapter makes; bodies are checked by who asks. */
export interface OpenSearchClient {
  /** An array is sent as NDJSON, for `_bulk`. */
  call(method: 'GET' | 'HEAD' | 'PUT' | 'POST', path: string, body?: object): Promise<unknown>;
}

export class OpenSearchError extends Error {
  readonly status: number;
  /** OpenSearch's own name of the error: `index_not_found_exception`. */
  readonly type: string | undefined;

  constructor(status: number, text: string) {
    super(`OpenSearch answered ${status}: ${text.slice(0, 300)}`);
    this.name = 'OpenSearchError';
    this.status = status;
    this.type = /"type"\s*:\s*"(\w+)"/.exec(text)?.[1];
  }
}

/** Signs with the function's role where the endpoint is AWS's; `aoss` is Serverless, `es` a managed domain. */
export function createOpenSearchClient({ endpoint, region }: { endpoint: string; region: string }): OpenSearchClient {
  const { hostname } = new URL(endpoint);
  const service = hostname.includes('.aoss.') ? 'aoss' : 'es';
  const sign = createSigner({ service, region, credentials: defaultProvider() });
  return {
    async call(method, path, body) {
      const url = new URL(path, endpoint);
      const text = body === undefined ? undefined : toText(body);
      const headers = { 'content-type': Array.isArray(body) ? 'application/x-ndjson' : 'application/json' };
      const request = { method, url, headers, ...(text === undefined ? {} : { body: text }) };
      const response = await fetch(url, {
        method,
        headers: hostname.endsWith('.amazonaws.com') ? await sign(request) : headers,
        ...(text === undefined ? {} : { body: text }),
        signal: AbortSignal.timeout(30_000),
      });
      const answer = await response.text();
      if (!response.ok) throw new OpenSearchError(response.status, answer);
      return answer === '' ? undefined : JSON.parse(answer);
    },
  };
}

const toText = (body: object): string =>
  Array.isArray(body) ? body.map((line) => `${JSON.stringify(line)}\n`).join('') : JSON.stringify(body);
