import { expect, test } from 'vitest';
import { toHttpEvent, type OriginRequest } from './http-event.ts';

const request = (overrides: Partial<OriginRequest> = {}): OriginRequest => ({
  method: 'POST',
  path: '/api/a%20b',
  query: '',
  headers: { host: 'aria.localhost:8080', 'user-agent': 'x' },
  body: Buffer.alloc(0),
  sourceIp: '127.0.0.1',
  requestId: 'req-1',
  ...overrides,
});
const event = (overrides: Partial<OriginRequest>) =>
  toHttpEvent(request(overrides), { kind: 'api', nowMs: Date.UTC(2026, 0, 2, 3, 4, 5) });

test('the event has the shape of payload format 2.0', () => {
  expect(event({ query: 'a=1&a=2&b=%20' })).toEqual({
    version: '2.0',
    routeKey: '$default',
    rawPath: '/api/a%20b',
    rawQueryString: 'a=1&a=2&b=%20',
    queryStringParameters: { a: '1,2', b: ' ' },
    headers: { host: 'aria.localhost:8080', 'user-agent': 'x' },
    isBase64Encoded: false,
    requestContext: {
      accountId: '000000000000',
      apiId: 'tessera',
      domainName: 'aria.localhost:8080',
      domainPrefix: 'aria',
      http: { method: 'POST', path: '/api/a%20b', protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: 'x' },
      requestId: 'req-1',
      routeKey: '$default',
      stage: '$default',
      time: '02/Jan/2026:03:04:05 +0000',
      timeEpoch: 1767323045000,
    },
  });
});

test('cookies leave the headers for their own list', () => {
  const { cookies, headers } = event({ headers: { cookie: 'a=1; b=2;c=3' } }) as Record<string, unknown>;
  expect({ cookies, headers }).toEqual({ cookies: ['a=1', 'b=2', 'c=3'], headers: {} });
});

test.each([
  ['application/json', '{"a":"ü"}', false],
  ['application/problem+json; charset=utf-8', '{}', false],
  ['text/csv', 'a,b', false],
  ['application/octet-stream', 'a', true],
  ['', 'a', true],
])('a body of %j is text or base64', (type, body, binary) => {
  const result = event({ headers: { 'content-type': type }, body: Buffer.from(body) });
  expect(result).toMatchObject({
    isBase64Encoded: binary,
    body: binary ? Buffer.from(body).toString('base64') : body,
  });
});

test('bytes that are no UTF-8 survive whatever their type says', () => {
  const body = Buffer.from([0x7b, 0xff, 0x7d]);
  expect(event({ headers: { 'content-type': 'application/json' }, body })).toMatchObject({
    isBase64Encoded: true,
    body: body.toString('base64'),
  });
});
