import { adminApi } from '@tessera/contracts/api/admin.ts';
import type { SliceApp } from '../../platform/http.ts';
import type { ScopeOf } from '../deps.ts';
import { may } from '../roles.ts';
import { toAdminWork } from './admin-work.ts';
import { listWorks, searchWorks } from './list-works.ts';

export function implementWorks({ implement }: SliceApp, scopeOf: ScopeOf): void {
  implement(
    adminApi.works,
    async ({ tenantId, query: { q, ...query } }) => {
      const scope = scopeOf(tenantId);
      const text = q?.trim();
      const { works, ...page } = text
        ? await searchWorks(scope, { ...query, text })
        : await listWorks(scope.works, query);
      return { status: 200, body: { items: works.map(toAdminWork), ...page } };
    },
    { roles: may.readShop },
  );
}
