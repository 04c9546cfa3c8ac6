import { adminApi } from '@tessera/contracts/api/admin.ts';
import { notFound, staleVersion, unreachable } from '../../platform/errors.ts';
import type { SliceApp } from '../../platform/http.ts';
import type { ScopeOf } from '../deps.ts';
import { may } from '../roles.ts';

export function implementFlags({ implement }: SliceApp, scopeOf: ScopeOf): void {
  implement(
    adminApi.flags,
    async ({ tenantId }) => ({ status: 200, body: { items: await scopeOf(tenantId).flags.list() } }),
    {
      roles: [...may.readShop, ...may.watchReleases],
    },
  );

  implement(
    adminApi.setFlag,
    async ({ tenantId, params, body, claims }) => {
      const { flags, audit } = scopeOf(tenantId);
      const result = await flags.set(params.name, body);
      if (result.ok) {
        const { name, enabled, version } = result.flag;
        await audit({ entity: `flag:${name}`, what: 'flag.set', data: { enabled, version } }, claims);
        return { status: 200, body: result.flag };
      }
      switch (result.reason) {
        case 'missing':
          throw notFound();
        case 'stale':
          throw staleVersion('flag_stale', 'Somebody else has changed this flag. Look at it again.', {
            flag: result.flag,
          });
        default:
          return unreachable(result);
      }
    },
    { roles: may.manage },
  );
}
