import { z } from 'zod';
import { PassageDocument, WorkDocument } from '../../platform/search/http-protocol.ts';
import type { PassageQuery, WorkQuery } from '../../platform/search/port.ts';
import type { TenantIndex } from './tenant-index.ts';

export interface Indexes {
  get(tenantId: string): Promise<TenantIndex>;
}

type Operation = (index: TenantIndex, body: unknown) => unknown;

const SearchBody = z.object({
  text: z.string(),
  filters: z.object({
    kind: z.string().optional(),
    genre: z.string().optional(),
    format: z.string().optional(),
    maker: z.string().optional(),
    year: z.int().optional(),
  }),
  sort: z.enum(['relevance', 'newest', 'price-asc', 'price-desc', 'title']),
  priceListId: z.string().optional(),
  offset: z.int().min(0),
  limit: z.int().min(0).max(100),
});
const SuggestBody = z.object({ text: z.string(), limit: z.int().min(1).max(20) });
const PassageSearchBody = z.object({
  text: z.string(),
  locale: z.string(),
  embedding: z.array(z.number()).optional(),
  limit: z.int().min(1).max(50),
});
const PassagesBody = z.object({
  article: z.object({ slug: z.string(), locale: z.string() }),
  passages: z.array(PassageDocument),
});

const operations: Readonly<Record<string, Operation>> = {
  'PUT works': async (index, body) => {
    const { documents } = z.object({ documents: z.array(WorkDocument) }).parse(body);
    await index.apply({ op: 'put', documents });
    return { count: index.works.size };
  },
  'POST works/_delete': async (index, body) => {
    const { ids } = z.object({ ids: z.array(z.string()) }).parse(body);
    await index.apply({ op: 'remove', ids });
    return { count: index.works.size };
  },
  'POST works/_search': (index, body) => index.works.search(SearchBody.parse(body) as WorkQuery),
  'POST works/_suggest': (index, body) => ({ completions: index.works.suggest(SuggestBody.parse(body)) }),
  'PUT passages': async (index, body) => {
    const { article, passages } = PassagesBody.parse(body);
    await index.apply({ op: 'passages', article, passages });
    return {};
  },
  'POST passages/_search': (index, body) => ({
    hits: index.passages.search(PassageSearchBody.parse(body) as PassageQuery),
  }),
};

export async function answerSearch(
  indexes: Indexes,
  methodAndPath: string,
  body: unknown,
): Promise<{ status: number; body: unknown }> {
  if (methodAndPath === 'GET /health') return { status: 200, body: { ok: true } };
  const [, method, tenantId, rest] = /^(\w+) \/indexes\/([a-z][a-z0-9-]{1,31})\/(.+)$/.exec(methodAndPath) ?? [];
  const operation = operations[`${method} ${rest}`];
  if (!tenantId || !operation) return { status: 404, body: { error: 'unknown operation' } };
  return { status: 200, body: await operation(await indexes.get(tenantId), body) };
}
