import { isServed } from '../admin/domain/domains.ts';
import type { Table } from '../table/client.ts';
import { createDomainEntity } from '../table/domain.ts';

/** The hosts a tenant's shop answers at, as the table has them now. */
export function createServedHosts(table: Table): (tenantId: string) => Promise<string[]> {
  const domains = createDomainEntity(table);
  return async (tenantId) => {
    const { data } = await domains.query.ofTenant({ tenantId }).go({ pages: 'all' });
    return data.filter(isServed).map(({ host }) => host);
  };
}
