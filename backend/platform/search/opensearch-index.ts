import { z } from 'zod';
import { OpenSearchError, type OpenSearchClient } from './opensearch-client.ts';

interface IndexDefinition {
  settings: Record<string, unknown>;
  mappings: Record<string, unknown>;
}

/** Creates the index where it is missing; two writers may try at the same time. */
export async function ensureIndex(client: OpenSearchClient, index: string, definition: IndexDefinition): Promise<void> {
  try {
    await client.call('HEAD', `/${index}`);
  } catch (error) {
    if (!(error instanceof OpenSearchError && error.status === 404)) throw error;
    await client.call('PUT', `/${index}`, definition).catch((refusal: unknown) => {
      if (!isOfType(refusal, 'resource_already_exists_exception')) throw refusal;
    });
  }
}

/** An index that nothing was put into yet answers like an empty one. */
export const isMissingIndex = (error: unknown): boolean => isOfType(error, 'index_not_found_exception');

const isOfType = (error: unknown, type: string): boolean => error instanceof OpenSearchError && error.type === type;

const BulkAnswer = z.object({
  errors: z.boolean(),
  items: z.array(z.record(z.string(), z.object({ status: z.int(), error: z.unknown() }))),
});

/** A bulk call succeeds as a whole even when single documents fail; deleting what is gone is no failure. */
export async function bulk(client: OpenSearchClient, operations: object[]): Promise<void> {
  const { errors, items } = BulkAnswer.parse(await client.call('POST', '/_bulk', operations));
  const failed = items.flatMap((item) => Object.values(item)).filter(({ error, status }) => error && status !== 404);
  if (errors && failed.length > 0)
    throw new Error(`${failed.length} documents refused: ${JSON.stringify(failed[0]?.error)}`);
}

/** Words of any script, without case and accents. */
export const foldingAnalysis = {
  analysis: {
    analyzer: { default: { type: 'custom', tokenizer: 'standard', filter: ['lowercase', 'asciifolding'] } },
    normalizer: { folded: { type: 'custom', filter: ['lowercase', 'asciifolding'] } },
  },
};
