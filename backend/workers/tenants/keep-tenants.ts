import type { DomainEvent } from '@tessera/contracts/events.ts';
import { isServed } from '../../admin/domain/domains.ts';
import type { Clock } from '../../platform/clock.ts';
import { createAppClientEntity } from '../../table/app-client.ts';
import type { Table } from '../../table/client.ts';
import { isConditionFailure } from '../../table/condition-failure.ts';
import { createDomainEntity } from '../../table/domain.ts';
import { createTenantProfileEntity } from '../../table/tenant-profile.ts';
import type { AppClients } from './app-clients.ts';
import { createHostEntries } from './host-entries.ts';
import type { HostChanges, HostStore } from './host-store.ts';
import { claimPlatformHost } from './platform-host.ts';

export interface TenantKeeperDeps {
  table: Table;
  hosts: HostStore;
  appClients: AppClients;
  /** The name under which the platform serves a tenant's shop. */
  platformHostOf(tenantId: string): string;
  originOf(host: string): string;
  clock: Clock;
}

/**
 * Gives tenants what they need outside the table, and keeps it true to the table: a name of the platform's, an app
 * client, and what the edge knows of their hosts. It looks at how things are, not at what an event says has happened.
 */
export function createTenantKeeper(deps: TenantKeeperDeps) {
  const { table } = deps;
  const profiles = createTenantProfileEntity(table);
  const domains = createDomainEntity(table);
  const clients = createAppClientEntity(table);
  const entriesOf = createHostEntries(table);

  async function open(tenantId: string): Promise<void> {
    const { data } = await profiles.get({ tenantId }).go({ consistent: true });
    if (!data) return;
    const at = deps.clock().toISOString();
    await claimPlatformHost(table, { tenantId, host: deps.platformHostOf(tenantId), at });
  }

  async function keepClient(tenantId: string): Promise<void> {
    const [{ data: noted }, { data: owned }] = await Promise.all([
      clients.get({ tenantId }).go({ consistent: true }),
      domains.query.ofTenant({ tenantId }).go({ pages: 'all' }),
    ]);
    const hosts = new Set([deps.platformHostOf(tenantId), ...owned.filter(isServed).map(({ host }) => host)]);
    const origins = [...hosts].map(deps.originOf);
    const clientId = await deps.appClients.keep({ tenantId, known: noted?.clientId, origins });
    // Of two that were made at once, the one noted first stands.
    if (!noted) await unlessNoted(() => clients.create({ tenantId, clientId }).go());
  }

  async function keep(tenantId: string, events: readonly DomainEvent[]): Promise<HostChanges> {
    if (events.some(({ type }) => type === 'tenant.changed')) await open(tenantId);
    if (events.some(({ type }) => type !== 'release-set.changed')) await keepClient(tenantId);
    const changed = events.flatMap((event) => (event.type === 'domain.changed' ? [event.detail.host] : []));
    return entriesOf(tenantId, [...new Set(changed)]);
  }

  return async (events: readonly DomainEvent[]): Promise<void> => {
    const put = new Map<string, string>();
    const remove = new Set<string>();
    for (const [tenantId, own] of Map.groupBy(events, (event) => event.tenantId)) {
      const changes = await keep(tenantId, own);
      for (const [key, value] of changes.put) put.set(key, value);
      for (const key of changes.remove) remove.add(key);
    }
    await deps.hosts.apply({ put, remove });
  };
}

async function unlessNoted(write: () => Promise<unknown>): Promise<void> {
  try {
    await write();
  } catch (error) {
    if (!isConditionFailure(error)) throw error;
  }
}
