import { libraryApi } from '@tessera/contracts/api/library.ts';
import type { SliceApp } from '../../platform/http.ts';
import { toSubscriptionView } from '../../table/subscription-record.ts';
import type { ScopeOf } from '../deps.ts';

export function implementSubscriptions({ implement }: SliceApp, scopeOf: ScopeOf): void {
  implement(libraryApi.subscriptions, async ({ tenantId, claims }) => {
    const records = await scopeOf(tenantId).subscriptions.list(claims.userId);
    return { status: 200, body: { items: records.map(toSubscriptionView) } };
  });
}
