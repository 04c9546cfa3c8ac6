import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
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
import { createHttpCertificates } from '../workers/domains/certificates.http.ts';
import { createDns } from '../workers/domains/dns.ts';
import { createDomainWatch } from '../workers/domains/domain-watch.ts';
import { watchDomains } from '../workers/domains/watch-domains.ts';
import { domainTarget, startDomainServices } from './domain-services.ts';
import { names, region } from './environment.ts';
import { startPlatform, type Platform } from './platform.ts';
import { folio } from './seed/content/folio/tenant.ts';
import { testFunctions, writeTestBundles } from './test-bundles.ts';

const dir = mkdtempSync(path.join(tmpdir(), 'own-domain-'));
const host = 'books.localhost';
let platform: Platform;
let table: Table;
let env: Readonly<Record<string, string>>;

beforeAll(async () => {
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

const look = () =>
  watchDomains({
    domains: createDomainWatch(table, 'folio'),
    dns: createDns([env['DNS_SERVERS'] ?? '']),
    certificates: createHttpCertificates(env['CERTIFICATE_ENDPOINT'] ?? ''),
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
  expect(await waitFor(200)).toBe(200);
  await domains.giveUp(host, new Date().toISOString());
  expect(await waitFor(421)).toBe(421);
});
