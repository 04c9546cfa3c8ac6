import { libraryApi } from '@tessera/contracts/api/library.ts';
import type { SliceApp } from '../../platform/http.ts';
import type { ScopeOf } from '../deps.ts';
import { pageOf } from '../page-of.ts';
import { toEntitlementView } from './entitlement-view.ts';

export function implementEntitlements({ implement }: SliceApp, scopeOf: ScopeOf): void {
  implement(libraryApi.entitlements, async ({ tenantId, query, claims }) => {
    const { entitlements, clock } = scopeOf(tenantId);
    const all = await entitlements.list(claims.userId);
    const page = pageOf(all, ({ grantedAt, entitlementId }) => [grantedAt, entitlementId], query);
    const items = await Promise.all(
      page.items.map(async (item) => toEntitlementView(item, await entitlements.assetsOf(item.productId), clock())),
    );
    return { status: 200, body: { ...page, items } };
  });
}
