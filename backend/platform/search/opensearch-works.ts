import { z } from 'zod';
import type { OpenSearchClient } from './opensearch-client.ts';
import { bulk, ensureIndex, foldingAnalysis, isMissingIndex } from './opensearch-index.ts';
import { facetsOf, filtersOf, sortOf, suggestQuery, textQuery } from './opensearch-query.ts';
import type { Completion, SearchDocument, TenantSearch, WorkHits, WorkQuery } from './port.ts';

const keyword = { type: 'keyword' };
const definition = {
  settings: foldingAnalysis,
  mappings: {
    dynamic_templates: [{ prices: { path_match: 'listPrices.*', mapping: { type: 'long' } } }],
    properties: {
      id: keyword,
      kind: keyword,
      title: { type: 'text', fields: { sorted: { type: 'keyword', normalizer: 'folded' } } },
      subtitle: { type: 'text' },
      makers: { properties: { id: keyword, slug: keyword, name: { type: 'text' } } },
      /** `slug|name`: a facet answers values only, and people read names. */
      makerFacet: keyword,
      genres: { type: 'keyword', fields: { text: { type: 'text' } } },
      formats: keyword,
      year: { type: 'integer' },
      publishedOn: keyword,
      description: { type: 'text' },
      card: { type: 'object', enabled: false },
    },
  },
};

const Stored = z.object({
  id: z.string(),
  card: z.unknown(),
  title: z.string(),
  makers: z.array(z.object({ slug: z.string(), name: z.string() })),
  genres: z.array(z.string()),
});
const Answer = z.object({
  hits: z.object({ total: z.object({ value: z.int() }), hits: z.array(z.object({ _source: Stored })) }),
  aggregations: z
    .record(
      z.string(),
      z.object({ buckets: z.array(z.object({ key: z.union([z.string(), z.number()]), doc_count: z.int() })) }),
    )
    .default({}),
  suggest: z
    .object({ spelling: z.array(z.object({ text: z.string(), options: z.array(z.object({ text: z.string() })) })) })
    .optional(),
});
type Answer = z.infer<typeof Answer>;

const empty: Answer = { hits: { total: { value: 0 }, hits: [] }, aggregations: {} };

export function createOpenSearchWorks(
  client: OpenSearchClient,
  index: string,
): Pick<TenantSearch, 'search' | 'suggest' | 'put' | 'remove'> {
  const ask = async (body: Record<string, unknown>): Promise<Answer> => {
    try {
      return Answer.parse(await client.call('POST', `/${index}/_search`, body));
    } catch (error) {
      if (isMissingIndex(error)) return empty;
      throw error;
    }
  };
  return {
    async search(query) {
      const exact = await ask(searchBody(query, 'exact'));
      if (exact.hits.total.value > 0 || query.text.trim() === '') return toHits(exact);
      const near = await ask(searchBody(query, 'fuzzy'));
      const spelling = near.suggest?.spelling.map(({ text, options }) => options[0]?.text ?? text).join(' ');
      const found = near.hits.total.value > 0 && spelling !== undefined && spelling !== query.text.trim();
      return { ...toHits(near), ...(found ? { didYouMean: spelling } : {}) };
    },
    async suggest({ text, limit }) {
      const answer = await ask({ size: limit, query: suggestQuery(text) });
      return answer.hits.hits.flatMap(({ _source }) => toCompletions(_source, text)).slice(0, limit);
    },
    async put(documents) {
      if (documents.length === 0) return;
      await ensureIndex(client, index, definition);
      await bulk(
        client,
        documents.flatMap((document) => [{ index: { _index: index, _id: document.id } }, toStored(document)]),
      );
    },
    async remove(ids) {
      if (ids.length > 0)
        await bulk(
          client,
          ids.map((id) => ({ delete: { _index: index, _id: id } })),
        );
    },
  };
}

const searchBody = (query: WorkQuery, spelling: 'exact' | 'fuzzy'): Record<string, unknown> => ({
  from: query.offset,
  size: query.limit,
  track_total_hits: true,
  query: { bool: { must: [textQuery(query.text, spelling)], filter: filtersOf(query.filters) } },
  sort: sortOf(query),
  aggs: facetsOf,
  ...(spelling === 'fuzzy' ? { suggest: { spelling: { text: query.text, term: { field: 'title' } } } } : {}),
});

function toHits({ hits, aggregations }: Answer): WorkHits {
  const names = ['kind', 'genre', 'format', 'year', 'maker'] as const;
  const facets = names.map((name) => ({
    name,
    values: (aggregations[name]?.buckets ?? []).map(({ key, doc_count }) => {
      const [value = '', ...label] = String(key).split('|');
      return { value, label: label.join('|') || value, count: doc_count };
    }),
  }));
  return {
    hits: hits.hits.map(({ _source: { id, card } }) => ({ id, card })),
    total: hits.total.value,
    facets: facets.filter(({ values }) => values.length > 0),
  };
}

function toCompletions({ id, card, title, makers }: z.infer<typeof Stored>, text: string): Completion[] {
  const typed = text.trim().toLowerCase();
  const named = makers.filter(({ name }) => name.toLowerCase().includes(typed));
  const work: Completion[] = title.toLowerCase().includes(typed) ? [{ kind: 'work', id, card }] : [];
  return [...work, ...named.map(({ slug, name }): Completion => ({ kind: 'maker', slug, name }))];
}

const toStored = (document: SearchDocument): Record<string, unknown> => ({
  ...document,
  makerFacet: document.makers.map(({ slug, name }) => `${slug}|${name}`),
});
