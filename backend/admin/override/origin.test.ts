import { expect, test } from 'vitest';
import { parseOverrideOrigin } from './origin.ts';

const own = ['aria.shops.example', 'id.shops.example', 'shop.aria.example'];

test.each([
  'https://dev.example',
  'https://dev.example:8443',
  'http://localhost:5173',
  'http://127.0.0.1:1',
  'http://[::1]:1',
])('%s may serve a remote', (origin) => {
  expect(parseOverrideOrigin(origin, own)).toEqual({ ok: true, origin });
});

test.each([
  ['', 'malformed'],
  ['dev.example', 'malformed'],
  ['https://dev.example/', 'malformed'],
  ['https://dev.example/files', 'malformed'],
  ['https://dev.example?x', 'malformed'],
  ['https://dev.example#x', 'malformed'],
  ['https://me:secret@dev.example', 'malformed'],
  ['https://DEV.example', 'malformed'],
  ['https://dev.example; script-src *', 'malformed'],
  ['https://dev.example *', 'malformed'],
  ['https://*.example', 'malformed'],
  ['https://a;b.example', 'malformed'],
  ["https://'self'", 'malformed'],
  ['http://dev.example', 'insecure'],
  ['http://localhost.example', 'insecure'],
  ['http://aria.localhost:8080', 'insecure'],
  ['ftp://localhost', 'insecure'],
  ['ws://localhost', 'insecure'],
  ['data:text/javascript,1', 'malformed'],
  ['null', 'malformed'],
  ['https://aria.shops.example', 'own'],
  ['https://cdn.aria.shops.example:444', 'own'],
  ['https://id.shops.example', 'own'],
])('%s may not: %s', (origin, reason) => {
  expect(parseOverrideOrigin(origin, own)).toEqual({ ok: false, reason });
});
