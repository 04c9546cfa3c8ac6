import { adminApi } from '@tessera/contracts/api/admin.ts';
import { forbidden, notFound } from '../../platform/errors.ts';
import type { SliceApp } from '../../platform/http.ts';
import type { ScopeOf } from '../deps.ts';
import { may } from '../roles.ts';
import type { Person } from './people.ts';

export function implementUsers({ implement }: SliceApp, scopeOf: ScopeOf): void {
  implement(
    adminApi.users,
    async ({ tenantId, query }) => {
      const { people } = scopeOf(tenantId);
      const found = query.q ? await people.search(query.q) : await people.team();
      return { status: 200, body: { items: found.map(toView) } };
    },
    { roles: may.manage },
  );

  implement(
    adminApi.setRoles,
    async ({ tenantId, params, body, claims }) => {
      const { people, sessions, audit } = scopeOf(tenantId);
      // A shop without an admin could not get one back.
      if (params.id === claims.userId && !body.roles.includes('admin') && claims.roles.includes('admin'))
        throw forbidden('own_admin_role', 'You cannot take the admin role from yourself.');
      const before = await people.find(params.id);
      const after = before && (await people.setRoles(params.id, body.roles));
      if (!after) throw notFound();
      // Tokens carry roles until they run out; a role that was taken must be gone at once.
      if (before.roles.some((role) => !after.roles.includes(role))) await sessions.endAll(params.id);
      await audit({ entity: params.id, what: 'roles.set', data: { before: before.roles, after: after.roles } }, claims);
      return { status: 200, body: toView(after) };
    },
    { roles: may.manage },
  );
}

const toView = ({ userId, ...person }: Person) => ({ id: userId, ...person });
