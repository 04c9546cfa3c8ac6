import { TenantProfile } from '@tessera/contracts/tenant.ts';
import type { Table } from './client.ts';
import { createTenantProfileEntity, type PriceList, type TaxRegistration } from './tenant-profile.ts';

export interface Tenant {
  profile: TenantProfile;
  defaultStoreId: string;
  priceLists: readonly PriceList[];
  taxRegistrations: readonly TaxRegistration[];
}

const keptMs = 5_000;

/** Reads tenants, each kept for a moment, because nearly every request asks for its own. */
export function createTenantReader(
  table: Table,
  now: () => number = Date.now,
): (tenantId: string) => Promise<Tenant | undefined> {
  const entity = createTenantProfileEntity(table);
  const known = new Map<string, { readAt: number; tenant: Promise<Tenant | undefined> }>();

  return (tenantId) => {
    const kept = known.get(tenantId);
    if (kept && now() - kept.readAt < keptMs) return kept.tenant;
    const tenant = read(tenantId);
    known.set(tenantId, { readAt: now(), tenant });
    tenant.catch(() => known.delete(tenantId));
    return tenant;
  };

  async function read(tenantId: string): Promise<Tenant | undefined> {
    const { data } = await entity.get({ tenantId }).go();
    if (!data) return undefined;
    const flags = Object.fromEntries(Object.entries(data.flags).map(([name, { enabled }]) => [name, enabled]));
    return {
      profile: TenantProfile.parse({ ...data.profile, id: tenantId, flags }),
      defaultStoreId: data.defaultStoreId,
      priceLists: data.priceLists,
      taxRegistrations: data.taxRegistrations,
    };
  }
}
