import { adminApi } from '@tessera/contracts/api/admin.ts';
import { notFound } from '../../platform/errors.ts';
import type { SliceApp } from '../../platform/http.ts';
import type { ScopeOf } from '../deps.ts';
import { may } from '../roles.ts';

export function implementReleases({ implement }: SliceApp, scopeOf: ScopeOf): void {
  implement(
    adminApi.releases,
    async ({ tenantId }) => {
      const live = await scopeOf(tenantId).releases.find();
      if (!live) throw notFound();
      return { status: 200, body: live };
    },
    { roles: may.watchReleases },
  );
}
