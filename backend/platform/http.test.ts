import { endpoint } from '@tessera/contracts/endpoint.ts';
import { headers } from '@tessera/contracts/http.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { AppError, notFound } from './errors.ts';
import { createSliceApp, type SliceApp } from './http.ts';
import { signTenant } from './tenant-signature.ts';
import { createThrottle } from './throttle.ts';

const keys = [Buffer.alloc(32, 1)];
const now = new Date('2026-11-01T12:00:00Z');
const host = 'aria.localhost:8080';
const signed = (tenantId = 'aria', at = now) => signTenant({ tenantId, host, nowSeconds: at.getTime() / 1000 }, keys);

const read = endpoint({
  method: 'get',
  path: '/api/public/things/{id}',
  summary: 'A thing',
  params: z.object({ id: z.string() }),
  query: z.object({ limit: z.coerce.number().int().max(10).default(3) }),
  ok: { 200: z.object({ id: z.string(), limit: z.int(), tenant: z.string() }) },
});
const write = endpoint({
  method: 'post',
  path: '/api/public/things',
  summary: 'Makes a thing',
  body: z.object({ name: z.string().min(1), size: z.int() }),
  ok: { 201: z.object({ name: z.string() }) },
});
const secret = endpoint({
  method: 'get',
  path: '/api/public/secret',
  summary: 'For staff',
  ok: { 200: z.object({ who: z.string() }) },
  security: 'role',
});

let slice: SliceApp;
beforeEach(() => {
  slice = createSliceApp({
    slice: 'catalog',
    tenantKeys: keys,
    clock: () => now,
    throttle: createThrottle({ clock: () => now, quotas: { write: { limit: 2, windowSeconds: 60 } } }),
    authenticate: async (value) =>
      value === 'none'
        ? undefined
        : {
            userId: 'usr_1',
            email: 'a@b.c',
            name: 'A',
            roles: [value === 'staff' ? 'staff' : 'shopper'],
            sessionId: 's',
          },
  });
  slice.implement(read, ({ params, query, tenantId }) => {
    if (params.id === 'missing') throw notFound();
    if (params.id === 'broken') throw new Error('secret detail');
    return { status: 200, body: { id: params.id, limit: query.limit, tenant: tenantId } };
  });
  slice.implement(write, ({ body }) => ({ status: 201, body: { name: body.name } }));
  slice.implement(secret, ({ claims }) => ({ status: 200, body: { who: claims.userId } }), { roles: ['staff'] });
});

const get = (path: string, extra: Record<string, string> = {}) =>
  slice.app.request(path, { headers: { host, [headers.tenant]: signed(), ...extra } });
const post = (body: string, extra: Record<string, string> = {}) =>
  slice.app.request('/api/public/things', {
    method: 'POST',
    body,
    headers: { host, [headers.tenant]: signed(), [headers.csrf]: '1', 'content-type': 'application/json', ...extra },
  });

describe('a tenant that the edge has not proven', () => {
  test.each([
    ['missing', ''],
    ['unsigned', 'aria'],
    [
      'signed with another key',
      signTenant({ tenantId: 'aria', host, nowSeconds: now.getTime() / 1000 }, [Buffer.alloc(32, 9)]),
    ],
    ['replayed after its minute', signed('aria', new Date(now.getTime() - 61_000))],
  ])('%s gets 403, also where nothing is', async (_, value) => {
    for (const path of ['/api/public/things/1', '/api/nowhere', '/api/catalog/openapi.json']) {
      const response = await get(path, { [headers.tenant]: value });
      expect(response.status).toBe(403);
      expect(response.headers.get('content-type')).toBe('application/problem+json');
    }
  });
});

test('answers with parsed input, defaults, no-store and a request id', async () => {
  const response = await get('/api/public/things/a%20b');
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual({ id: 'a b', limit: 3, tenant: 'aria' });
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(response.headers.get(headers.requestId)).toMatch(/^\w{8,}/);
});

test('a missing thing and an unknown path are the same bytes', async () => {
  const missing = await get('/api/public/things/missing');
  const nowhere = await get('/api/public/nowhere');
  expect([missing.status, nowhere.status]).toEqual([404, 404]);
  expect(await missing.text()).toBe(await nowhere.text());
});

test('an unknown error says nothing of itself', async () => {
  const response = await get('/api/public/things/broken');
  expect(response.status).toBe(500);
  expect(await response.text()).not.toContain('secret detail');
});

test('400 for a body that is not JSON, 422 with every field that is wrong, 413 for one too large', async () => {
  expect((await post('{')).status).toBe(400);
  const wrong = await post('{"name":"","size":1.5}');
  expect(wrong.status).toBe(422);
  expect((await wrong.json()).errors.map((e: { path: string }) => e.path)).toEqual(['body.name', 'body.size']);
  slice = createSliceApp({ slice: 'catalog', tenantKeys: keys, clock: () => now });
  slice.implement(write, ({ body }) => ({ status: 201, body }), { maxBodyBytes: 10 });
  expect((await post('{"name":"more than ten"}')).status).toBe(413);
});

test('403 without the CSRF header or from another origin', async () => {
  const body = '{"name":"a","size":1}';
  expect((await post(body, { [headers.csrf]: '0' })).status).toBe(403);
  expect((await post(body, { origin: 'https://evil.example' })).status).toBe(403);
  expect((await post(body, { origin: 'http://aria.localhost:8080' })).status).toBe(201);
});

test('429 with Retry-After once the window is full, for that client alone', async () => {
  const body = '{"name":"a","size":1}';
  const from = (ip: string) => post(body, { 'cloudfront-viewer-address': `${ip}:443` });
  expect([(await from('1.1.1.1')).status, (await from('1.1.1.1')).status]).toEqual([201, 201]);
  const refused = await from('1.1.1.1');
  expect(refused.status).toBe(429);
  expect(refused.headers.get('retry-after')).toBe('60');
  expect((await from('2.2.2.2')).status).toBe(201);
});

test('401 signed out, 403 in another role, 200 in the right one', async () => {
  const as = (value: string) => get('/api/public/secret', { cookie: `__Host-session=${value}` });
  expect((await get('/api/public/secret')).status).toBe(401);
  expect((await as('none')).status).toBe(401);
  expect((await as('shopper')).status).toBe(403);
  expect((await as('staff')).status).toBe(200);
});

test('an answer that breaks its contract is a 500 outside production', async () => {
  slice = createSliceApp({ slice: 'catalog', tenantKeys: keys, clock: () => now });
  slice.implement(write, () => ({ status: 201, body: JSON.parse('{"name":5}') }));
  expect((await post('{"name":"a","size":1}')).status).toBe(500);
});

test('an operation of the platform host needs no tenant', async () => {
  slice.implementOnPlatform(
    endpoint({
      method: 'post',
      path: '/api/webhooks/x',
      summary: 'x',
      body: z.unknown(),
      ok: { 200: z.object({ raw: z.string() }) },
    }),
    ({ rawBody }) => ({ status: 200, body: { raw: rawBody } }),
  );
  const response = await slice.app.request('/api/webhooks/x', { method: 'POST', body: '{ "a": 1 }' });
  expect(await response.json()).toEqual({ raw: '{ "a": 1 }' });
});

test('an expected error carries its data and headers', async () => {
  slice = createSliceApp({ slice: 'catalog', tenantKeys: keys, clock: () => now });
  slice.implement(write, () => {
    throw new AppError({ status: 409, code: 'taken', publicMessage: 'Taken.', data: { by: 'x' } });
  });
  const response = await post('{"name":"a","size":1}');
  expect(await response.json()).toEqual({
    type: 'urn:tessera:problem:taken',
    title: 'Taken.',
    status: 409,
    code: 'taken',
    data: { by: 'x' },
  });
});
