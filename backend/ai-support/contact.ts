import type { Table } from '../table/client.ts';
import { createTenantProfileEntity } from '../table/tenant-profile.ts';
import type { ShopContact } from './deps.ts';

/** Reads how to reach a shop's people. The edge has proven the tenant, so a profile that is missing is a fault. */
export function createContactReader(table: Table): (tenantId: string) => Promise<ShopContact> {
  const profiles = createTenantProfileEntity(table);
  return async (tenantId) => {
    const { data } = await profiles.get({ tenantId }).go();
    if (!data) throw new Error(`tenant ${tenantId} has no profile`);
    const { name, supportEmail, locales } = data.profile;
    return { name, supportEmail, locales };
  };
}
