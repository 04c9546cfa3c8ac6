import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import { S3Client } from '@aws-sdk/client-s3';
import type { TenantId } from '@tessera/contracts/ids.ts';
import { headers } from '@tessera/contracts/http.ts';
import { Hono } from 'hono';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { HttpEnv } from './http-types.ts';
import { createEntryStore } from './render-store.ts';
import { createRenderer, type RenderEvent } from './render.ts';
import { verifyTenant } from './tenant-signature.ts';

const keys = [Buffer.alloc(32, 3)];
const now = new Date('2026-11-01T12:00:00Z');

/** A store that answers what was put into it, so that the real client reads real bytes. */
const objects = new Map<string, string>();
const store = createServer((request, response) => {
  const body = objects.get((request.url ?? '').split('?')[0] ?? '');
  response.writeHead(body === undefined ? 404 : 200).end(body);
});
let render: ReturnType<typeof createRenderer>;

beforeAll(async () => {
  await new Promise<void>((resolve) => store.listen(0, '127.0.0.1', resolve));
  const address = store.address();
  const s3 = new S3Client({
    endpoint: `http://127.0.0.1:${address && typeof address === 'object' ? address.port : 0}`,
    region: 'eu-central-1',
    forcePathStyle: true,
    credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
  });
  const app = new Hono<HttpEnv>();
  app.get('/api/public/thing', (c) => {
    const request = { host: c.req.header('host') ?? '', nowSeconds: now.getTime() / 1000 };
    return c.json({ tenant: verifyTenant(c.req.header(headers.tenant), request, keys) });
  });
  app.get('/api/public/gone', (c) => c.json({ code: 'not_found' }, 404));
  render = createRenderer({ app, tenantKeys: keys, clock: () => now, entryFile: createEntryStore(s3), maxWorkers: 2 });
});
afterAll(() => void store.close());

function eventFor(code: string, overrides: Partial<RenderEvent> = {}): RenderEvent {
  const digest = createHash('sha384').update(code).digest('base64');
  const key = createHash('sha256').update(code).digest('hex');
  objects.set(`/releases/${key}`, code);
  return {
    tenantId: 'aria',
    host: 'aria.localhost:8080',
    release: { bucket: 'releases', key, integrity: `sha384-${digest}` },
    url: '/work/1',
    boot,
    dataUrls: ['/api/public/thing', '/api/public/gone'],
    deadlineMs: 5_000,
    ...overrides,
  };
}

const page = (html: string) => `{ status: 200, head: { title: 't' }, html: ${html} }`;

test('gives the entry the slice’s answers, read as the visitor’s tenant', async () => {
  const event = eventFor(
    `export default async ({ url, data, boot }) => (${page('JSON.stringify([url, boot.locale, data])')})`,
  );
  const { result, error, data } = await render(event);
  expect(error).toBeUndefined();
  expect(data).toEqual({
    '/api/public/thing': { status: 200, body: { tenant: { ok: true, tenantId: 'aria' } } },
    '/api/public/gone': { status: 404, body: { code: 'not_found' } },
  });
  expect(result).toEqual({ status: 200, head: { title: 't' }, html: JSON.stringify(['/work/1', 'en', data]) });
});

test('runs the entry without environment and network', async () => {
  const event = eventFor(`export default async () => (${page('JSON.stringify([process.env, typeof fetch])')})`);
  expect((await render(event)).result).toMatchObject({ html: '[{"NODE_ENV":"production"},"undefined"]' });
});

test.each([
  ['throws', 'export default async () => { throw new Error("broken") }', /broken/],
  ['throws while it loads', 'throw new Error("no")', /no/],
  ['answers what cannot be sent', 'export default async () => ({ html: () => 1 })', /clone/],
  ['ends its thread', 'export default async () => process.exit(1)', /./],
])('an entry that %s leaves the data to the document', async (_, code, message) => {
  const { result, error, data } = await render(eventFor(code));
  expect(result).toBeUndefined();
  expect(error).toMatch(message);
  expect(Object.keys(data)).toHaveLength(2);
});

test('an entry that loops is ended, and starts afresh the next time', async () => {
  const looping = eventFor(`export default async ({ url }) => { while (url === '/loop'); return ${page('url')} }`);
  const { error } = await render({ ...looping, url: '/loop', deadlineMs: 300 });
  expect(error).toMatch(/within \d+ ms/);
  expect((await render({ ...looping, url: '/fine' })).result).toMatchObject({ html: '/fine' });
});

test('refuses bytes that are not the recorded ones', async () => {
  const event = eventFor(`export default async () => (${page('"ok"')})`);
  objects.set(`/releases/${event.release?.key}`, 'export default async () => ({ html: "other" })');
  const { error, result } = await render(event);
  expect(error).toMatch(/integrity/);
  expect(result).toBeUndefined();
});

test('answers the data alone where nothing is to be rendered', async () => {
  const { release: _, ...event } = eventFor('export default 1');
  expect(Object.keys(await render(event))).toEqual(['data']);
});

test('keeps working when more entries are used than are kept ready', async () => {
  const events = ['a', 'b', 'c', 'd'].map((name) => eventFor(`export default async () => (${page(`"${name}"`)})`));
  for (const event of [...events, ...events]) expect((await render(event)).error).toBeUndefined();
});

const boot: RenderEvent['boot'] = {
  contract: '1.0.0',
  tenant: {
    id: 'aria' as TenantId,
    name: 'Aria',
    tagline: '',
    legalName: 'Aria Inc.',
    country: 'US',
    supportEmail: 'help@aria.example',
    theme: {
      face: 'aria',
      accent: { light: '#a33', dark: '#f99' },
      radius: 'small',
      density: 'compact',
      coverShape: 'square',
      scheme: 'auto',
    },
    locales: ['en'],
    currencies: ['USD'],
    countries: ['US'],
    taxDisplay: 'exclusive',
    kinds: ['album'],
    flags: {},
  },
  locale: 'en',
  direction: 'ltr',
  currency: 'USD',
  country: 'US',
  cdn: 'http://cdn.aria.localhost',
  surface: 'shop',
  releaseSet: { id: 'set_abc' as RenderEvent['boot']['releaseSet']['id'], remotes: {} },
  shell: { version: '1.0.0', releaseId: 'rel_abc' as RenderEvent['boot']['shell']['releaseId'] },
};
