import { errors, type Client } from '@opensearch-project/opensearch';

interface IndexDefinition {
  settings: Record<string, unknown>;
  mappings: Record<string, unknown>;
}

/** Creates the index where it is missing; two writers may try at the same time. */
export async function ensureIndex(client: Client, index: string, definition: IndexDefinition): Promise<void> {
  const { body: exists } = await client.indices.exists({ index });
  if (exists) return;
  try {
    await client.indices.create({ index, body: definition });
  } catch (error) {
    if (!(error instanceof errors.ResponseError && typeOf(error) === 'resource_already_exists_exception')) throw error;
  }
}

/** An index that nothing was put into yet answers like an empty one. */
export const isMissingIndex = (error: unknown): boolean =>
  error instanceof errors.ResponseError && typeOf(error) === 'index_not_found_exception';

/** A bulk call succeeds as a whole even when single documents fail. */
export async function bulk(client: Client, operations: Record<string, unknown>[]): Promise<void> {
  const { body } = await client.bulk({ body: operations });
  if (!body.errors) return;
  const failed = body.items.flatMap((item) => Object.values(item)).filter((item) => item.error && item.status !== 404);
  if (failed.length > 0) throw new Error(`${failed.length} documents refused: ${failed[0]?.error?.reason}`);
}

const typeOf = (error: errors.ResponseError): unknown => {
  const body: unknown = error.body;
  if (!body || typeof body !== 'object' || !('error' in body)) return undefined;
  const { error: detail } = body;
  return detail && typeof detail === 'object' && 'type' in detail ? detail.type : undefined;
};

/** Words of any script, without case and accents. */
export const foldingAnalysis = {
  analysis: {
    analyzer: { default: { type: 'custom', tokenizer: 'standard', filter: ['lowercase', 'asciifolding'] } },
    normalizer: { folded: { type: 'custom', filter: ['lowercase', 'asciifolding'] } },
  },
};
