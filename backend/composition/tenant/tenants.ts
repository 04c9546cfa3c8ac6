import { TenantProfile } from '@tessera/contracts/tenant.ts';
import type { Table } from '../../table/client.ts';
import { createTenantProfileEntity } from '../../table/tenant-profile.ts';

/** Finds what a page may know of a tenant. */
export type FindTenant = (tenantId: string) => Promise<TenantProfile | undefined>;

const keptMs = 2_000;

/** Reads profiles from the table and keeps each for two seconds: a page view asks several times. */
export function createFindTenant(table: Table, now: () => number = Date.now): FindTenant {
  const profiles = createTenantProfileEntity(table);
  const known = new Map<string, { profile: Promise<TenantProfile | undefined>; readAt: number }>();

  return (tenantId) => {
    const present = known.get(tenantId);
    if (present && now() - present.readAt < keptMs) return present.profile;
    const profile = read(tenantId);
    known.set(tenantId, { profile, readAt: now() });
    profile.catch(() => known.delete(tenantId));
    return profile;
  };

  async function read(tenantId: string): Promise<TenantProfile | undefined> {
    const { data } = await profiles.get({ tenantId }).go();
    if (!data) return undefined;
    const flags = Object.fromEntries(Object.entries(data.flags).map(([name, { enabled }]) => [name, enabled]));
    return TenantProfile.parse({ ...data.profile, id: tenantId, flags });
  }
}
