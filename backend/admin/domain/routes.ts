import { adminApi } from '@tessera/contracts/api/admin.ts';
import { conflict, forbidden, invalid, notFound } from '../../platform/errors.ts';
import type { SliceApp } from '../../platform/http.ts';
import type { ScopeOf } from '../deps.ts';
import { may } from '../roles.ts';
import { isPlatformOwned, type DomainRecord } from './domains.ts';
import { parseHostName } from './host-name.ts';
import { recordsOf } from './records.ts';

export interface DomainOptions {
  /** Host that shops' own domains are aliases of. */
  domainTarget: string;
  /** Hosts that no shop can have. */
  platformHosts: readonly string[];
  newToken(): string;
}

export function implementDomains({ implement }: SliceApp, scopeOf: ScopeOf, options: DomainOptions): void {
  implement(
    adminApi.domains,
    async ({ tenantId }) => ({ status: 200, body: { items: (await scopeOf(tenantId).domains.list()).map(toView) } }),
    { roles: may.manage },
  );

  implement(
    adminApi.addDomain,
    async ({ tenantId, body, claims }) => {
      const { domains, audit, clock } = scopeOf(tenantId);
      const parsed = parseHostName(body.host, options.platformHosts);
      if (!parsed.ok) throw invalid([{ path: 'body.host', message: messages[parsed.reason] }]);
      const { host } = parsed;
      const own = await domains.find(host);
      if (own) return { status: 202, body: toView(own) };
      const [token, at] = [options.newToken(), clock().toISOString()];
      const result = await domains.claim({
        host,
        state: 'requested',
        token,
        records: recordsOf(host, token, options.domainTarget),
        createdAt: at,
        updatedAt: at,
      });
      if (!result.ok) throw conflict('domain_taken', 'This domain is in use.');
      await audit({ entity: `domain:${host}`, what: 'domain.claimed' }, claims);
      return { status: 202, body: toView(result.domain) };
    },
    { roles: may.manage },
  );

  implement(
    adminApi.removeDomain,
    async ({ tenantId, params, claims }) => {
      const { domains, audit, clock } = scopeOf(tenantId);
      const own = await domains.find(params.host);
      if (!own) throw notFound();
      if (isPlatformOwned(own)) throw forbidden('platform_domain', 'The platform’s own address of a shop stays.');
      const removed = await domains.giveUp(own.host, clock().toISOString());
      if (!removed) throw notFound();
      await audit({ entity: `domain:${own.host}`, what: 'domain.removed' }, claims);
      return { status: 200, body: toView(removed) };
    },
    { roles: may.manage },
  );
}

const messages = {
  malformed: 'is not a host name, like shop.example.com',
  reserved: 'belongs to the platform',
};

const toView = ({ host, state, records, problem, updatedAt }: DomainRecord) => ({
  host,
  state,
  records,
  ...(problem ? { problem } : {}),
  updatedAt,
});
