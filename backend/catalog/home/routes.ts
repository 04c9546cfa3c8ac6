import { catalogApi } from '@tessera/contracts/api/catalog.ts';
import { publicCache } from '../../platform/http-reply.ts';
import type { SliceApp } from '../../platform/http.ts';
import type { ScopeOf } from '../deps.ts';
import { toHome, workIdsOf } from './domain.ts';

export function implementHome(slice: SliceApp, scopeOf: ScopeOf): void {
  slice.implement(catalogApi.home, async ({ query, tenantId }) => {
    const { homes, works, pricingFor } = scopeOf(tenantId);
    const [home, pricing] = await Promise.all([homes.find(), pricingFor(query)]);
    if (!home) return { status: 200, body: { shelves: [] }, headers: publicCache(60) };
    const shown = await works.findMany(workIdsOf(home));
    return { status: 200, body: toHome(home, shown, pricing), headers: publicCache(60) };
  });
}
