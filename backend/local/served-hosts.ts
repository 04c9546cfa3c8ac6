import type { Table } from '../table/client.ts';
import { createDomainEntity, type DomainItem } from '../table/domain.ts';

/** A failing domain is served on: whether its records are wrong is for its owner to mend, not for shoppers to feel. */
const servedStates: ReadonlySet<DomainItem['state']> = new Set(['active', 'failing']);

/** The hosts a tenant's shop answers at, as the table has them now. */
export function createServedHosts(table: Table): (tenantId: string) => Promise<string[]> {
  const domains = createDomainEntity(table);
  return async (tenantId) => {
    const { data } = await domains.query.ofTenant({ tenantId }).go({ pages: 'all' });
    return data.filter(({ state }) => servedStates.has(state)).map(({ host }) => host);
  };
}
