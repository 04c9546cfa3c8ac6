import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { hostKeyOf, toHostEntry } from '../../edge/host-entry.ts';
import { createChannelEntity } from '../../table/channel.ts';
import { createTenantProfileEntity } from '../../table/tenant-profile.ts';
import { createServedHosts } from '../served-hosts.ts';
import type { StreamRecord } from '../sources/stream-record.ts';
import type { KeyValueStore } from './kvs.ts';

export interface KvsSync {
  /** Everything, from the table. */
  load(): Promise<void>;
  /** What the changes touch. */
  apply(records: readonly StreamRecord[]): Promise<void>;
}

const liveChannel = 'live';

/** Keeps the viewer functions' host table true to the domains, profiles and live release sets of the table. */
export function createKvsSync(options: {
  table: { client: DynamoDBClient; tableName: string };
  kvs: KeyValueStore;
  /** A host's documents are made from data that has changed. */
  onHostChanged(host: string): void;
}): KvsSync {
  const { kvs } = options;
  const profiles = createTenantProfileEntity(options.table);
  const servedHostsOf = createServedHosts(options.table);
  const channels = createChannelEntity(options.table);
  const hostsOf = new Map<string, ReadonlySet<string>>();

  async function refresh(tenantId: string): Promise<void> {
    const [profile, channel, owned] = await Promise.all([
      profiles.get({ tenantId }).go({ consistent: true }),
      channels.get({ tenantId, channel: liveChannel }).go({ consistent: true }),
      servedHostsOf(tenantId),
    ]);
    const { data: item } = profile;
    const setId = channel.data?.setId;
    const served = item && setId ? owned : [];
    for (const host of hostsOf.get(tenantId) ?? []) if (!served.includes(host)) kvs.delete(hostKeyOf(host));
    hostsOf.set(tenantId, new Set(served));
    if (!item || !setId) return;
    const entry = toHostEntry({ profile: { ...item.profile, id: tenantId }, setId, priceLists: item.priceLists });
    for (const host of served) {
      kvs.put(hostKeyOf(host), JSON.stringify(entry));
      options.onHostChanged(host);
    }
  }

  return {
    async load() {
      const { data } = await profiles.query.tenants({}).go({ pages: 'all' });
      for (const { tenantId } of data) await refresh(tenantId);
    },
    async apply(records) {
      const touched = new Set(records.flatMap((record) => tenantsTouchedBy(record)));
      for (const tenantId of touched) await refresh(tenantId);
    },
  };
}

function tenantsTouchedBy({ dynamodb: { Keys, NewImage, OldImage } }: StreamRecord): string[] {
  const [pk, sk] = [textOf(Keys['pk']), textOf(Keys['sk'])];
  const matters = pk.startsWith('DOMAIN#') || sk === 'PROFILE' || sk === `CHANNEL#${liveChannel}`;
  if (!matters) return [];
  const fromKey = /^TENANT#([^#]+)/.exec(pk)?.[1];
  return [fromKey, textOf(NewImage?.['tenantId']), textOf(OldImage?.['tenantId'])].filter((id): id is string => !!id);
}

const textOf = (value: unknown): string =>
  typeof value === 'object' && value !== null && 'S' in value ? String(value.S) : '';
