import { CloudFrontKeyValueStoreClient } from '@aws-sdk/client-cloudfront-keyvaluestore';
import type { DomainEvent } from '@tessera/contracts/events.ts';
import { TenantId } from '@tessera/contracts/ids.ts';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createTestTable } from '../../../tests/setup/table.ts';
import { hostStoreArn, startHostStoreApi } from '../../local/cloudfront/host-store-api.ts';
import { createKeyValueStore, type KeyValueStore } from '../../local/edge/kvs.ts';
import { resolveLocalhostNames } from '../../local/runtime/localhost-lookup.ts';
import { folio } from '../../local/seed/content/folio/tenant.ts';
import { createAppClientEntity } from '../../table/app-client.ts';
import { createChannelEntity } from '../../table/channel.ts';
import type { Table } from '../../table/client.ts';
import { createDomainEntity, type DomainItem } from '../../table/domain.ts';
import { createTenantProfileEntity } from '../../table/tenant-profile.ts';
import type { AppClients } from './app-clients.ts';
import { createCloudFrontHostStore } from './host-store.cloudfront.ts';
import { createTenantKeeper } from './keep-tenants.ts';

const at = '2026-11-01T12:00:00.000Z';
const tenantId = TenantId.parse('folio');
let table: Table;
let kvs: KeyValueStore;
let api: Awaited<ReturnType<typeof startHostStoreApi>>;
let client: CloudFrontKeyValueStoreClient;
let kept: Parameters<AppClients['keep']>[0][];

beforeAll(() => resolveLocalhostNames());
beforeEach(async () => {
  table = await createTestTable();
  kvs = createKeyValueStore();
  kept = [];
  api = await startHostStoreApi(kvs);
  client = new CloudFrontKeyValueStoreClient({
    endpoint: api.endpoint,
    region: 'eu-central-1',
    credentials: { accessKeyId: 'AKIALOCAL', secretAccessKey: 'local' },
  });
  return async () => {
    client.destroy();
    await api.stop();
  };
});

const hosts = () => createCloudFrontHostStore(hostStoreArn, client);
const keeper = () =>
  createTenantKeeper({
    table,
    hosts: hosts(),
    appClients: {
      keep: (tenant) => {
        kept.push(tenant);
        return Promise.resolve(tenant.known ?? 'client-1');
      },
    },
    platformHostOf: (tenant) => `${tenant}.shops.example`,
    originOf: (host) => `https://${host}`,
    clock: () => new Date(at),
  });
const told = (type: 'tenant.changed' | 'release-set.changed' | 'domain.changed', host = ''): DomainEvent => {
  const common = { id: `evt_${Math.random()}`, tenantId, at };
  if (type === 'domain.changed') return { ...common, type, detail: { host } };
  return type === 'tenant.changed' ? { ...common, type, detail: {} } : { ...common, type, detail: { channel: 'live' } };
};

async function putProfile(): Promise<void> {
  const { id: _, flags: __, ...profile } = folio.profile;
  const { priceLists, taxRegistrations } = folio;
  await createTenantProfileEntity(table)
    .put({ tenantId, profile, priceLists, taxRegistrations, flags: {}, defaultStoreId: 'str_1', updatedAt: at })
    .go();
}
const putChannel = (setId: string) =>
  createChannelEntity(table)
    .put({ tenantId, channel: 'live', setId, moves: 1, movedAt: at, movedBy: 'test', history: [] })
    .go();
const putDomain = (host: string, state: DomainItem['state'], owner: string = tenantId) =>
  createDomainEntity(table)
    .put({ host, tenantId: owner, state, token: 't', records: [], createdAt: at, updatedAt: at })
    .go();
const setOf = (host: string): unknown => {
  const value = kvs.get(`host:${host}`);
  return value === undefined ? undefined : (JSON.parse(value) as { set: string }).set;
};

describe('a tenant', () => {
  test('that is new gets a name, an app client, and its entry with its first release', async () => {
    await putProfile();
    await keeper()([told('tenant.changed')]);
    expect((await createDomainEntity(table).get({ host: 'folio.shops.example' }).go()).data).toMatchObject({
      tenantId,
      state: 'active',
    });
    expect((await createAppClientEntity(table).get({ tenantId }).go()).data).toMatchObject({ clientId: 'client-1' });
    expect(setOf('folio.shops.example')).toBeUndefined();
    await putChannel('set_1');
    await keeper()([told('release-set.changed')]);
    expect(JSON.parse(kvs.get('host:folio.shops.example') ?? '')).toMatchObject({ tenant: 'folio', set: 'set_1' });
  });

  test('with a release on its way gets the sets of its canary’s visitors, and loses them with it', async () => {
    await putProfile();
    await keeper()([told('tenant.changed')]);
    const canary = { remote: 'mfe-catalog', percent: 5, rolloutId: 'rol_1', startedAt: at };
    const channel = { tenantId, channel: 'live', setId: 'set_1', movedAt: at, movedBy: 'test', history: [] };
    await createChannelEntity(table)
      .put({ ...channel, moves: 1, canaries: [canary], sets: ['set_2'] })
      .go();
    await keeper()([told('release-set.changed')]);
    const entry = () => JSON.parse(kvs.get('host:folio.shops.example') ?? '') as object;
    expect(entry()).toMatchObject({
      set: 'set_1',
      canaries: [{ remote: 'mfe-catalog', percent: 5 }],
      sets: ['set_2'],
    });
    await createChannelEntity(table)
      .put({ ...channel, moves: 2, canaries: [], sets: [] })
      .go();
    await keeper()([told('release-set.changed')]);
    expect(entry()).not.toHaveProperty('canaries');
    expect(entry()).not.toHaveProperty('sets');
  });

  test('whose releases name versions of slices has them known to the edge, and loses them with its releases', async () => {
    await putProfile();
    await keeper()([told('tenant.changed')]);
    const channel = { tenantId, channel: 'live', setId: 'set_1', movedAt: at, movedBy: 'test', history: [] };
    const slices = ['catalog.00000000000a', 'checkout.00000000000b'];
    await createChannelEntity(table)
      .put({ ...channel, moves: 1, slices })
      .go();
    await keeper()([told('release-set.changed')]);
    expect(JSON.parse(kvs.get('slices:folio') ?? '[]')).toEqual(slices);
    await createChannelEntity(table)
      .put({ ...channel, moves: 2 })
      .go();
    await keeper()([told('release-set.changed')]);
    expect(kvs.get('slices:folio')).toBeUndefined();
  });

  test('that comes twice is left as it is', async () => {
    await putProfile();
    await putChannel('set_1');
    await Promise.all([keeper()([told('tenant.changed')]), keeper()([told('tenant.changed')])]);
    let writes = 0;
    kvs.onChange(() => (writes += 1));
    await keeper()([told('tenant.changed'), told('release-set.changed')]);
    expect(writes).toBe(0);
    expect(kept.at(-1)).toMatchObject({ known: 'client-1', origins: ['https://folio.shops.example'] });
  });

  test('without a profile gets nothing', async () => {
    await putChannel('set_1');
    await keeper()([told('tenant.changed')]);
    expect(kvs.list()).toEqual([]);
    expect((await createDomainEntity(table).get({ host: 'folio.shops.example' }).go()).data).toBeNull();
  });
});

describe('an own domain', () => {
  beforeEach(async () => {
    await putProfile();
    await putChannel('set_1');
  });

  test.each([
    ['requested', false],
    ['cert_pending', false],
    ['active', true],
    ['failing', true],
    ['removed', false],
  ] as const)('that is %s: known to the edge %s', async (state, served) => {
    await putDomain('books.example', 'active');
    await keeper()([told('domain.changed', 'books.example')]);
    expect(setOf('books.example')).toBe('set_1');
    await putDomain('books.example', state);
    await keeper()([told('domain.changed', 'books.example')]);
    expect(setOf('books.example')).toBe(served ? 'set_1' : undefined);
    const origins = ['https://folio.shops.example', ...(served ? ['https://books.example'] : [])];
    expect(kept.at(-1)?.origins).toEqual(origins);
  });

  test('that is gone from the table is forgotten', async () => {
    await putDomain('books.example', 'active');
    await keeper()([told('domain.changed', 'books.example')]);
    await createDomainEntity(table).remove({ host: 'books.example' }).go();
    await keeper()([told('domain.changed', 'books.example')]);
    expect(setOf('books.example')).toBeUndefined();
  });

  test('that is another tenant’s by now is theirs to tell of', async () => {
    await putDomain('books.example', 'active', 'aria');
    kvs.put('host:books.example', '{"tenant":"aria","set":"set_a"}');
    await keeper()([told('domain.changed', 'books.example')]);
    expect(setOf('books.example')).toBe('set_a');
  });
});

describe('the store', () => {
  test('takes writes of many at once, and more than one call holds', async () => {
    const puts = (prefix: string) =>
      new Map(Array.from({ length: 30 }, (_, index) => [`host:${prefix}${index}.example`, '{}'] as const));
    await Promise.all(['a', 'b', 'c', 'd'].map((prefix) => hosts().apply({ put: puts(prefix), remove: new Set() })));
    expect(kvs.list()).toHaveLength(120);
    await hosts().apply({ put: new Map(), remove: new Set([...puts('a').keys(), ...puts('b').keys()]) });
    expect(kvs.list()).toHaveLength(60);
  });

  test('that is not there is an error', async () => {
    const other = createCloudFrontHostStore(hostStoreArn.replace('hosts', 'gone'), client);
    await expect(other.apply({ put: new Map([['host:a', '{}']]), remove: new Set() })).rejects.toThrow();
  });
});
