import { adminApi } from '@tessera/contracts/api/admin.ts';
import type { SliceApp } from '../../platform/http.ts';
import type { ScopeOf } from '../deps.ts';
import { may } from '../roles.ts';
import { lowStock } from './needs-attention.ts';
import { overviewStart, toOverview } from './overview.ts';

const shownStock = 5;

export function implementOverview({ implement }: SliceApp, scopeOf: ScopeOf): void {
  implement(
    adminApi.overview,
    async ({ tenantId }) => {
      const { orders, works, stockLevels, domains, clock, requireTenant } = scopeOf(tenantId);
      const now = clock();
      const [tenant, placed, count, stock, own] = await Promise.all([
        requireTenant(),
        orders.placedSince(overviewStart(now)),
        works.count(),
        stockLevels.atMost(lowStock, shownStock),
        domains.list(),
      ]);
      const currency = tenant.profile.currencies[0] ?? 'USD';
      const concerns = { stock, domains: own };
      return { status: 200, body: toOverview({ orders: placed, works: count, concerns, currency, now }) };
    },
    { roles: may.readShop },
  );
}
