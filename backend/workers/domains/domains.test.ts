import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestTable } from '../../../tests/setup/table.ts';
import { createDomains } from '../../admin/domain/domains.dynamo.ts';
import { recordsOf } from '../../admin/domain/records.ts';
import { certificatesAt } from '../../local/cloudfront/testing/certificates.ts';
import { domainTarget, startDomainServices, type DomainServices } from '../../local/domain-services.ts';
import { createAuditLog } from '../../table/audit-log.ts';
import type { Table } from '../../table/client.ts';
import { claimPlatformHost } from '../tenants/platform-host.ts';
import { createDns } from './dns.ts';
import { createDomainWatch } from './domain-watch.ts';
import { watchDomains, type DomainPorts } from './watch-domains.ts';

const directory = mkdtempSync(path.join(tmpdir(), 'domains-'));
let table: Table;
let services: DomainServices;
let server: Server;
let page: string;
const failures: string[] = [];
let audits = 0;

beforeAll(async () => {
  table = await createTestTable();
  services = await startDomainServices((...parts) => path.join(directory, ...parts));
  server = createServer(services.handlers['dns.localhost']);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  page = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  server.close();
  server.closeAllConnections();
  await services.stop();
  rmSync(directory, { recursive: true });
});

const portsOf = (tenantId = 'aria'): DomainPorts => ({
  domains: createDomainWatch(table, tenantId),
  dns: createDns([services.env['DNS_SERVERS'] ?? '']),
  certificates: certificatesAt(services.env['AWS_ENDPOINT_URL_CLOUDFRONT']),
  audit: createAuditLog(table, tenantId),
  clock: () => new Date(),
  newId: () => `aud_${(audits += 1)}`,
  failed: (host) => failures.push(host),
});
const set = (record: { type: string; name: string; value: string }, method = 'PUT') =>
  fetch(`${page}/records`, { method, body: JSON.stringify(record) });
const find = (host: string, tenantId = 'aria') => createDomains(table, tenantId).find(host);

async function claim(host: string, tenantId = 'aria') {
  const at = new Date().toISOString();
  const token = `t-${host}`;
  const records = recordsOf(host, token, domainTarget);
  await createDomains(table, tenantId).claim({
    host,
    state: 'requested',
    token,
    records,
    createdAt: at,
    updatedAt: at,
  });
  const [txt, cname] = records;
  if (!txt || !cname) throw new Error('no records');
  return { txt, cname };
}

async function activate(host: string) {
  const records = await claim(host);
  await set(records.txt);
  await set(records.cname);
  await watchDomains(portsOf());
  await watchDomains(portsOf());
  return records;
}

test('a domain goes live step by step, as its owner sets the records', async () => {
  const host = 'steps.localhost';
  const { txt, cname } = await claim(host);
  await watchDomains(portsOf());
  expect(await find(host)).toMatchObject({ state: 'dns_pending', problem: 'txt_missing' });
  await set({ ...txt, value: 'tessera-verification=somebody-else' });
  await watchDomains(portsOf());
  expect(await find(host)).toMatchObject({ state: 'dns_pending' });
  await set(txt);
  await watchDomains(portsOf());
  expect(await find(host)).toMatchObject({
    state: 'token_ok',
    problem: 'cname_missing',
    records: [{ seen: true }, { seen: false }],
  });
  await set(cname);
  await watchDomains(portsOf());
  expect(await find(host)).toMatchObject({ state: 'cert_pending', certificateId: expect.any(String) });
  await watchDomains(portsOf());
  const active = await find(host);
  expect(active).toMatchObject({ state: 'active', records: [{ seen: true }, { seen: true }] });
  expect(active?.problem).toBeUndefined();
  await watchDomains(portsOf());
  expect((await find(host))?.updatedAt).toBe(active?.updatedAt);
  const audit = await createAuditLog(table, 'aria').of(`domain:${host}`, 10);
  expect(audit.map(({ what }) => what).toReversed()).toEqual([
    'domain.dns_pending',
    'domain.token_ok',
    'domain.cert_pending',
    'domain.active',
  ]);
});

test('the same addresses stand in for an alias, at the top of a zone', async () => {
  const host = 'apex.localhost';
  const { txt } = await claim(host);
  await set(txt);
  await set({ type: 'A', name: host, value: '192.0.2.7' });
  await watchDomains(portsOf());
  expect(await find(host)).toMatchObject({ state: 'token_ok' });
  await set({ type: 'A', name: host, value: '192.0.2.7' }, 'DELETE');
  await set({ type: 'A', name: host, value: '127.0.0.1' });
  await watchDomains(portsOf());
  await watchDomains(portsOf());
  expect(await find(host)).toMatchObject({ state: 'active' });
});

test('a live domain that leads away is said to fail, and comes back', async () => {
  const host = 'away.localhost';
  const { cname } = await activate(host);
  await set(cname, 'DELETE');
  await watchDomains(portsOf());
  expect(await find(host)).toMatchObject({ state: 'failing', problem: 'cname_missing' });
  await set(cname);
  await watchDomains(portsOf());
  expect(await find(host)).toMatchObject({ state: 'active' });
});

test('a domain that is given up loses its certificate, and is free', async () => {
  const host = 'over.localhost';
  await activate(host);
  const id = (await find(host))?.certificateId ?? '';
  await createDomains(table, 'aria').giveUp(host, new Date().toISOString());
  expect((await createDomains(table, 'folio').claim({ ...(await claimable(host)) })).ok).toBe(false);
  // What makes it reachable is switched off first, and gone with the next turn.
  await watchDomains(portsOf());
  expect(failures.splice(0)).toEqual([host]);
  await watchDomains(portsOf());
  expect(await portsOf().certificates.status(id)).toBe('failed');
  expect((await createDomains(table, 'folio').claim(await claimable(host))).ok).toBe(true);
});

test('a name of the platform’s own is served without a certificate of its own, and looked up nowhere', async () => {
  const host = 'aria.shops.localhost';
  const at = new Date().toISOString();
  await claimPlatformHost(table, { tenantId: 'aria', host, at });
  await claimPlatformHost(table, { tenantId: 'folio', host, at });
  expect(await find(host, 'folio')).toBeUndefined();
  await watchDomains(portsOf());
  const served = await find(host);
  expect(served).toMatchObject({ state: 'active', certificateId: expect.stringMatching(/^dt_/) });
  await watchDomains(portsOf());
  expect(await find(host)).toEqual(served);
  expect(await portsOf().certificates.serve(host)).toBe(served?.certificateId);
});

test('names that cannot be looked up move nothing, and hold up no other', async () => {
  const host = 'silent.localhost';
  await claim(host);
  const ports = portsOf();
  const dns = {
    ...ports.dns,
    txt: (name: string) => (name.includes(host) ? Promise.reject(new Error('down')) : ports.dns.txt(name)),
  };
  await watchDomains({ ...ports, dns });
  expect(await find(host)).toMatchObject({ state: 'requested', problem: 'dns_unreachable' });
  await watchDomains(ports);
  expect(await find(host)).toMatchObject({ state: 'dns_pending', problem: 'txt_missing' });
});

test('a certificate that is lost is asked for again', async () => {
  const host = 'again.localhost';
  const { txt, cname } = await claim(host);
  await set(txt);
  await set(cname);
  await watchDomains(portsOf());
  const first = (await find(host))?.certificateId ?? '';
  await expect(portsOf().certificates.remove(first)).rejects.toThrow('switched off');
  await portsOf().certificates.remove(first);
  await watchDomains(portsOf());
  const second = await find(host);
  expect(second).toMatchObject({ state: 'cert_pending', problem: 'certificate_failed' });
  expect(second?.certificateId).not.toBe(first);
  await watchDomains(portsOf());
  expect(await find(host)).toMatchObject({ state: 'active' });
});

test('an authority that is down is told, and the others are looked at', async () => {
  const { txt, cname } = await claim('aaa.localhost', 'folio');
  await set(txt);
  await set(cname);
  await claim('zzz.localhost', 'folio');
  await watchDomains({ ...portsOf('folio'), certificates: certificatesAt('http://127.0.0.1:1') });
  expect(failures).toContain('aaa.localhost');
  expect(await find('zzz.localhost', 'folio')).toMatchObject({ state: 'dns_pending' });
});

test('the page lists what is set, takes forms, and refuses what is no record', async () => {
  const form = new URLSearchParams({ type: 'TXT', name: 'Form.localhost.', value: '<b>' });
  const answer = await fetch(`${page}/records`, { method: 'POST', body: form, redirect: 'manual' });
  expect(answer.status).toBe(303);
  const shown = await (await fetch(page)).text();
  expect(shown).toContain('form.localhost');
  expect(shown).not.toContain('<b>');
  expect(await portsOf().dns.txt('form.localhost')).toEqual(['<b>']);
  expect((await set({ type: 'A', name: 'x.localhost', value: '300.1.1.1' })).status).toBe(422);
  expect((await set({ type: 'MX', name: 'x.localhost', value: 'y' })).status).toBe(422);
  expect(
    (await fetch(`${page}/records`, { method: 'POST', body: '{', headers: { origin: 'http://evil.example' } })).status,
  ).toBe(403);
});

test('a long text comes back whole, and names are one in every case', async () => {
  const value = 'x'.repeat(900);
  await set({ type: 'TXT', name: 'Long.localhost', value });
  expect(await portsOf().dns.txt('lONG.localhost')).toEqual([value]);
});

async function claimable(host: string) {
  const at = new Date().toISOString();
  return {
    host,
    state: 'requested' as const,
    token: 't',
    records: recordsOf(host, 't', domainTarget),
    createdAt: at,
    updatedAt: at,
  };
}
