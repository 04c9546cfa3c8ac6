import { catalogApi } from '@tessera/contracts/api/catalog.ts';
import { notFound } from '../../platform/errors.ts';
import { publicCache } from '../../platform/http-reply.ts';
import type { SliceApp } from '../../platform/http.ts';
import type { ScopeOf } from '../deps.ts';
import { toMaker } from './domain.ts';

export function implementMaker(slice: SliceApp, scopeOf: ScopeOf): void {
  slice.implement(catalogApi.artist, async ({ params, query, tenantId }) => {
    const { makers, works, pricingFor } = scopeOf(tenantId);
    const maker = await makers.findBySlug(params.slug);
    if (!maker) throw notFound();
    const [own, pricing] = await Promise.all([
      makers.workIdsOf(maker.makerId).then((ids) => works.findMany(ids)),
      pricingFor(query),
    ]);
    return { status: 200, body: toMaker(maker, own, pricing), headers: publicCache(60) };
  });
}
