import { catalogApi } from '@tessera/contracts/api/catalog.ts';
import { publicCache } from '../../platform/http-reply.ts';
import type { SliceApp } from '../../platform/http.ts';
import { resolveViewing, sortingListOf } from '../price/viewing.ts';
import type { ScopeOf } from '../deps.ts';
import { offsetOf, toSearchResult, toSuggestion } from './domain.ts';

export function implementSearch(slice: SliceApp, scopeOf: ScopeOf): void {
  slice.implement(catalogApi.search, async ({ query, tenantId }) => {
    const { search, requireTenant, pricingFor } = scopeOf(tenantId);
    const { q, kind, genre, format, maker, year, sort, limit } = query;
    const offset = offsetOf(query.cursor);
    const tenant = await requireTenant();
    const priceListId = sortingListOf(tenant, resolveViewing(query, tenant));
    const answer = await search.search({
      text: q,
      filters: {
        ...(kind === undefined ? {} : { kind }),
        ...(genre === undefined ? {} : { genre }),
        ...(format === undefined ? {} : { format }),
        ...(maker === undefined ? {} : { maker }),
        ...(year === undefined ? {} : { year }),
      },
      sort,
      ...(priceListId === undefined ? {} : { priceListId }),
      offset,
      limit,
    });
    const result = toSearchResult(answer, { offset, limit }, await pricingFor(query));
    return { status: 200, body: result, headers: publicCache(60) };
  });

  slice.implement(catalogApi.suggest, async ({ query, tenantId }) => {
    const completions = await scopeOf(tenantId).search.suggest({ text: query.q, limit: query.limit });
    return { status: 200, body: { suggestions: completions.map(toSuggestion) }, headers: publicCache(60) };
  });
}
