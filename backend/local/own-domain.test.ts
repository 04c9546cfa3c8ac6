import { CloudFrontKeyValueStoreClient } from '@aws-sdk/client-cloudfront-keyvaluestore';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { TenantId } from '@tessera/contracts/ids.ts';
import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDomains } from '../admin/domain/domains.dynamo.ts';
import { recordsOf } from '../admin/domain/records.ts';
import { createAuditLog } from '../table/audit-log.ts';
import { createChannelEntity } from '../table/channel.ts';
import type { Table } from '../table/client.ts';
import { createTenantProfileEntity } from '../table/tenant-profile.ts';
import { createDns } from '../workers/domains/dns.ts';
import { createDomainWatch } from '../workers/domains/domain-watch.ts';
import { watchDomains } from '../workers/domains/watch-domains.ts';
import { createCloudFrontHostStore } from '../workers/tenants/host-store.cloudfront.ts';
import { createTenantKeeper } from '../workers/tenants/keep-tenants.ts';
import { certificatesAt } from './cloudfront/testing/certificates.ts';
import { domainTarget, startDomainServices } from './domain-services.ts';
import { names, region } from './environment.ts';
import { startPlatform, type Platform } from './platform.ts';
import { resolveLocalhostNames } from './runtime/localhost-lookup.ts';
import { folio } from './seed/content/folio/tenant.ts';
import { testFunctions, writeTestBundles } from './test-bundles.ts';

const dir = mkdtempSync(path.join(tmpdir(), 'own-domain-'));
const host = 'books.localhost';
let platform: Platform;
let table: Table;
let env: Readonly<Record<string, string>>;

beforeAll(async () => {
  resolveLocalhostNames();
  writeTestBundles(path.join(dir, 'dist'));
  platform = await startPlatform({
    port: 0,
    stateDir: path.join(dir, 'state'),
    distDir: path.join(dir, 'dist'),
    functions: testFunctions,
    scheduleMs: 3_600_000,
    async services(base) {
      const services = await startDomainServices(base.stateOf);
      ({ env } = services);
      return services;
    },
  });
  const client = new DynamoDBClient({
    endpoint: platform.engines.dynamo.endpoint,
    region,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  table = { client, tableName: names.table };
  await putShop();
});
afterAll(async () => {
  await platform.stop();
  rmSync(dir, { recursive: true });
});

async function putShop(): Promise<void> {
  const { id: tenantId, flags: _, ...profile } = folio.profile;
  const at = new Date().toISOString();
  const { priceLists, taxRegistrations } = folio;
  await createTenantProfileEntity(table)
    .put({
      ...{ tenantId, profile, priceLists, taxRegistrations, updatedAt: at },
      flags: {},
      defaultStoreId: folio.store.id,
    })
    .go();
  await createChannelEntity(table)
    .put({ tenantId, channel: 'live', setId: 'set_1', moves: 1, movedAt: at, movedBy: 'test', history: [] })
    .go();
}

function ask(hostName: string, target: string, init: { method?: string; body?: string } = {}): Promise<number> {
  return new Promise((resolve, reject) => {
    const outgoing = request(
      {
        host: '127.0.0.1',
        port: platform.port,
        path: target,
        method: init.method ?? 'GET',
        headers: { host: `${hostName}:${platform.port}` },
      },
      (answer) => answer.resume().on('end', () => resolve(answer.statusCode ?? 0)),
    );
    outgoing.on('error', reject).end(init.body);
  });
}

async function waitFor(status: number): Promise<number> {
  const until = Date.now() + 5_000;
  let seen = 0;
  while (seen !== status && Date.now() < until) {
    seen = await ask(host, '/');
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  return seen;
}

/** What `worker-tenants` does for the host's change, through the API that the platform has for it. */
async function tell(): Promise<void> {
  const store = new CloudFrontKeyValueStoreClient({
    endpoint: platform.env['AWS_ENDPOINT_URL_CLOUDFRONT_KEYVALUESTORE'] ?? '',
    region,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  const keep = createTenantKeeper({
    table,
    hosts: createCloudFrontHostStore(platform.env['HOST_STORE_ARN'] ?? '', store),
    appClients: { keep: () => Promise.resolve('client') },
    platformHostOf: (tenantId) => `${tenantId}.localhost`,
    originOf: (name) => `http://${name}`,
    clock: () => new Date(),
  });
  const tenantId = TenantId.parse('folio');
  await keep([{ id: 'evt_1', type: 'domain.changed', tenantId, at: new Date().toISOString(), detail: { host } }]);
  store.destroy();
}

const look = () =>
  watchDomains({
    domains: createDomainWatch(table, 'folio'),
    dns: createDns([env['DNS_SERVERS'] ?? '']),
    certificates: certificatesAt(env['AWS_ENDPOINT_URL_CLOUDFRONT']),
    audit: createAuditLog(table, 'folio'),
    clock: () => new Date(),
    newId: () => `aud_${Math.random()}`,
    failed: (_, error) => {
      throw error;
    },
  });

test('a second host serves the shop as soon as it is active, and no longer when it is given up', async () => {
  const at = new Date().toISOString();
  const records = recordsOf(host, 'token', domainTarget);
  const domains = createDomains(table, 'folio');
  await domains.claim({ host, state: 'requested', token: 'token', records, createdAt: at, updatedAt: at });
  await look();
  expect(await ask(host, '/')).toBe(421);
  for (const { type, name, value } of records)
    expect(await ask('dns.localhost', '/records', { method: 'PUT', body: JSON.stringify({ type, name, value }) })).toBe(
      204,
    );
  await look();
  expect(await ask(host, '/')).toBe(421);
  await look();
  await tell();
  expect(await waitFor(200)).toBe(200);
  await domains.giveUp(host, new Date().toISOString());
  await tell();
  expect(await waitFor(421)).toBe(421);
});
