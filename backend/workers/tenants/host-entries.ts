import { liveChannel } from '@tessera/contracts/channel.ts';
import { isServed } from '../../admin/domain/domains.ts';
import { hostKeyOf, slicesKeyOf, toHostEntry } from '../../edge/host-entry.ts';
import { createChannelEntity } from '../../table/channel.ts';
import type { Table } from '../../table/client.ts';
import { createDomainEntity } from '../../table/domain.ts';
import { createTenantProfileEntity } from '../../table/tenant-profile.ts';
import type { HostChanges } from './host-store.ts';

/** Reads what the edge is to know of a tenant's hosts from its domains, its profile and its live release set. */
export function createHostEntries(table: Table) {
  const profiles = createTenantProfileEntity(table);
  const domains = createDomainEntity(table);
  const channels = createChannelEntity(table);

  /** `changed` hosts are read as they stand now; the list of a tenant's hosts may be a moment old. */
  return async (tenantId: string, changed: readonly string[] = []): Promise<HostChanges> => {
    const [profile, channel, listed, ...fresh] = await Promise.all([
      profiles.get({ tenantId }).go({ consistent: true }),
      channels.get({ tenantId, channel: liveChannel }).go({ consistent: true }),
      domains.query.ofTenant({ tenantId }).go({ pages: 'all' }),
      ...changed.map((host) => domains.get({ host }).go({ consistent: true })),
    ]);
    const { setId, canaries = [], sets = [], slices = [] } = channel.data ?? {};
    const own = new Map(listed.data.map((domain) => [domain.host, isServed(domain)]));
    for (const [index, host] of changed.entries()) {
      const domain = fresh[index]?.data;
      // Another tenant's by now: told of by a change of its own.
      if (domain && domain.tenantId !== tenantId) own.delete(host);
      else own.set(host, domain ? isServed(domain) : false);
    }
    const value =
      profile.data && setId
        ? JSON.stringify(
            toHostEntry({
              profile: { ...profile.data.profile, id: tenantId },
              setId,
              canaries: canaries.map(({ remote, percent }) => ({ remote, percent })),
              sets,
              priceLists: profile.data.priceLists,
            }),
          )
        : undefined;
    const put = new Map<string, string>();
    const remove = new Set<string>();
    for (const [host, served] of own)
      if (served && value !== undefined) put.set(hostKeyOf(host), value);
      else remove.add(hostKeyOf(host));
    if (put.size > 0 && slices.length > 0) put.set(slicesKeyOf(tenantId), JSON.stringify(slices));
    else remove.add(slicesKeyOf(tenantId));
    return { put, remove };
  };
}
