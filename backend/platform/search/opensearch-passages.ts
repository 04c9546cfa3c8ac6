import { z } from 'zod';
import type { OpenSearchClient } from './opensearch-client.ts';
import { bulk, ensureIndex, foldingAnalysis, isMissingIndex } from './opensearch-index.ts';
import { passageWeight } from './passage-weight.ts';
import type { Passage, PassageHit, PassageQuery, TenantSearch } from './port.ts';

const keyword = { type: 'keyword' };
const text = { type: 'text' };

const definitionFor = (dimension: number | undefined) => ({
  settings: { ...foldingAnalysis, ...(dimension ? { 'index.knn': true } : {}) },
  mappings: {
    properties: {
      id: keyword,
      article: keyword,
      slug: keyword,
      locale: keyword,
      sectionId: keyword,
      title: text,
      heading: text,
      text,
      ...(dimension
        ? {
            embedding: {
              type: 'knn_vector',
              dimension,
              method: { name: 'hnsw', engine: 'faiss', space_type: 'cosinesimil' },
            },
          }
        : {}),
    },
  },
});

const Source = z.object({
  id: z.string(),
  slug: z.string(),
  locale: z.string(),
  title: z.string(),
  sectionId: z.string(),
  heading: z.string(),
  text: z.string(),
});
const Answer = z.object({
  hits: z.object({ hits: z.array(z.object({ _id: z.string(), _score: z.number(), _source: Source })) }),
});
type Hit = z.infer<typeof Answer>['hits']['hits'][number];

export function createOpenSearchPassages(
  client: OpenSearchClient,
  index: string,
): Pick<TenantSearch, 'putPassages' | 'searchPassages'> {
  const ask = async (size: number, query: Record<string, unknown>): Promise<Hit[]> => {
    try {
      const body = { size, query, _source: { excludes: ['embedding'] } };
      return Answer.parse(await client.call('POST', `/${index}/_search`, body)).hits.hits;
    } catch (error) {
      if (isMissingIndex(error)) return [];
      throw error;
    }
  };
  return {
    async putPassages({ slug, locale }, passages) {
      const article = `${slug}/${locale}`;
      const dimension = passages.find(({ embedding }) => embedding)?.embedding?.length;
      await ensureIndex(client, index, definitionFor(dimension));
      const kept = new Set(passages.map(({ id }) => id));
      const outdated = (await ask(500, { term: { article } })).filter(({ _id }) => !kept.has(_id));
      const operations = [
        ...outdated.map(({ _id }) => ({ delete: { _index: index, _id } })),
        ...passages.flatMap((passage) => [{ index: { _index: index, _id: passage.id } }, { ...passage, article }]),
      ];
      if (operations.length > 0) await bulk(client, operations);
    },
    async searchPassages(query) {
      const filter = [{ term: { locale: query.locale } }];
      const match = { multi_match: { query: query.text, fields: ['heading^3', 'title^2', 'text'] } };
      const [byText, byMeaning] = await Promise.all([
        ask(query.limit * 2, { bool: { must: [match], filter } }),
        query.embedding ? ask(query.limit * 2, knn(query, query.embedding, filter)) : [],
      ]);
      return merge(byText, byMeaning).slice(0, query.limit);
    },
  };
}

const knn = (query: PassageQuery, vector: readonly number[], filter: Record<string, unknown>[]) => ({
  knn: { embedding: { vector: [...vector], k: query.limit * 2, filter: { bool: { must: filter } } } },
});

/** The engine's cosine score is `(1 + cosine) / 2`. */
function merge(byText: readonly Hit[], byMeaning: readonly Hit[]): PassageHit[] {
  const best = Math.max(...byText.map(({ _score }) => _score), Number.MIN_VALUE);
  const hits = new Map<string, { passage: Omit<Passage, 'embedding'>; textScore: number; similarity?: number }>();
  for (const { _id, _score, _source } of byText) hits.set(_id, { passage: _source, textScore: _score / best });
  for (const { _id, _score, _source } of byMeaning)
    hits.set(_id, { ...(hits.get(_id) ?? { passage: _source, textScore: 0 }), similarity: 2 * _score - 1 });
  return [...hits.values()].sort((a, b) => passageWeight(b) - passageWeight(a));
}
