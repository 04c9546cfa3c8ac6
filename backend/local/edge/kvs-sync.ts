import { createTenantProfileEntity } from '../../table/tenant-profile.ts';
import type { Table } from '../../table/client.ts';
import { createHostEntries } from '../../workers/tenants/host-entries.ts';
import type { StreamRecord } from '../sources/stream-record.ts';
import type { KeyValueStore } from './kvs.ts';

const prefix = 'host:';

/** Fills the host table as `worker-tenants` keeps it: a store that is new knows no host yet. */
export async function loadHosts(table: Table, kvs: KeyValueStore): Promise<void> {
  const entriesOf = createHostEntries(table);
  const { data } = await createTenantProfileEntity(table).query.tenants({}).go({ pages: 'all' });
  for (const { tenantId } of data) {
    const { put, remove } = await entriesOf(tenantId);
    for (const [key, value] of put) kvs.put(key, value);
    for (const key of remove) kvs.delete(key);
  }
}

/**
 * Forgets a host's documents when what they are made of has changed: its entry, or its tenant's profile. CloudFront
 * keeps them until their half minute is over; whoever works on a shop here does not want to wait for it.
 */
export function forgetChangedHosts(kvs: KeyValueStore, purge: (host: string) => void) {
  kvs.onChange((key) => purge(key.slice(prefix.length)));
  return (records: readonly StreamRecord[]): void => {
    const touched = new Set(records.flatMap((record) => tenantOfProfile(record) ?? []));
    if (touched.size === 0) return;
    for (const [key, value] of kvs.list()) {
      const { tenant } = JSON.parse(value) as { tenant: string }; // written by `host-entries.ts`
      if (touched.has(tenant)) purge(key.slice(prefix.length));
    }
  };
}

function tenantOfProfile({ dynamodb: { Keys } }: StreamRecord): string | undefined {
  const [pk, sk] = [textOf(Keys['pk']), textOf(Keys['sk'])];
  return sk === 'PROFILE' ? /^TENANT#([^#]+)$/.exec(pk)?.[1] : undefined;
}

const textOf = (value: unknown): string =>
  typeof value === 'object' && value !== null && 'S' in value ? String(value.S) : '';
