import { catalogApi } from '@tessera/contracts/api/catalog.ts';
import { notFound } from '../../platform/errors.ts';
import { publicCache } from '../../platform/http-reply.ts';
import type { SliceApp } from '../../platform/http.ts';
import type { ScopeOf } from '../deps.ts';
import { toCard } from './card.ts';
import { toWorkDetail } from './domain.ts';
import { findRelated } from './related.ts';

export function implementWork(slice: SliceApp, scopeOf: ScopeOf): void {
  slice.implement(catalogApi.item, async ({ params, query, tenantId }) => {
    const { works, search, pricingFor, warn } = scopeOf(tenantId);
    const [work, products, pricing] = await Promise.all([
      works.find(params.id),
      works.productsOf(params.id),
      pricingFor(query),
    ]);
    if (!work) throw notFound();
    const related = await findRelated(work, search).catch((error: unknown) => {
      warn('search did not answer', { error });
      return [];
    });
    const cards = related.map((source) => toCard(source, pricing));
    return { status: 200, body: toWorkDetail(work, { products, related: cards }, pricing), headers: publicCache(60) };
  });
}
