import type { CloudFrontRequest, CloudFrontRequestEvent } from 'aws-lambda';
import { expect, test } from 'vitest';
import { verifyTenant } from '../platform/tenant-signature.ts';
import { handler } from './origin-request.ts';

const key = Buffer.alloc(32, 5);
const signingKeys = Buffer.from(JSON.stringify({ k1: key.toString('base64') })).toString('base64');

function eventWith(headers: Record<string, string>, custom: Record<string, string>): CloudFrontRequestEvent {
  const list = (record: Record<string, string>) =>
    Object.fromEntries(Object.entries(record).map(([name, value]) => [name, [{ key: name, value }]]));
  const request: CloudFrontRequest = {
    clientIp: '127.0.0.1',
    method: 'GET',
    uri: '/',
    querystring: '',
    headers: list(headers),
    origin: {
      custom: {
        customHeaders: list(custom),
        domainName: 'origin.tessera',
        keepaliveTimeout: 60,
        path: '',
        port: 443,
        protocol: 'https',
        readTimeout: 30,
        sslProtocols: ['TLSv1.2'],
      },
    },
  };
  const config = {
    distributionDomainName: 'd',
    distributionId: 'D',
    eventType: 'origin-request',
    requestId: 'request-id-1',
  } as const;
  return { Records: [{ cf: { config, request } }] };
}

const visitor = { host: 'aria.localhost:8080', 'x-tessera-tenant': 'aria', 'x-tessera-new-visitor': 'v' };

test('signs the tenant for the host the visitor asked for', async () => {
  const result = await handler(eventWith(visitor, { 'x-tessera-signing-keys': signingKeys }));
  const { headers } = result;
  const header = headers?.['x-tenant']?.[0]?.value;
  const now = { host: 'aria.localhost', nowSeconds: Math.floor(Date.now() / 1000) };
  expect(verifyTenant(header, now, [key])).toEqual({ ok: true, tenantId: 'aria' });
  expect(headers?.['x-forwarded-host']?.[0]?.value).toBe('aria.localhost:8080');
  expect(headers?.['host']?.[0]?.value).toBe('origin.tessera');
  expect(headers?.['x-request-id']?.[0]?.value).toBe('request-id-1');
});

test('lets neither the keys nor its own notes out', async () => {
  const result = await handler(eventWith(visitor, { 'x-tessera-signing-keys': signingKeys }));
  expect(JSON.stringify(result)).not.toContain(signingKeys);
  expect(result.headers).not.toHaveProperty('x-tessera-tenant');
  expect(result.headers).not.toHaveProperty('x-tessera-new-visitor');
});

test.each([
  ['no tenant', { host: 'aria.localhost' }, { 'x-tessera-signing-keys': signingKeys }],
  ['no keys', visitor, {}],
])('refuses a request with %s', async (_, headers, custom) => {
  expect(await handler(eventWith(headers, custom))).toMatchObject({ status: '403' });
});
