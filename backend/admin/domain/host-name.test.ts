import { expect, test } from 'vitest';
import { parseHostName } from './host-name.ts';

const own = ['id.localhost', 'auth.localhost', 'shops.localhost'];

test.each([
  ['Books.Example.', 'books.example'],
  [' bücher.example ', 'xn--bcher-kva.example'],
  ['a-b.co.uk', 'a-b.co.uk'],
])('%s is %s', (text, host) => {
  expect(parseHostName(text, own)).toEqual({ ok: true, host });
});

test.each([
  'localhost',
  '127.0.0.1',
  '[::1]',
  'a..b',
  '-a.example',
  'a_b.example',
  'https://a.example',
  'a.example/x',
  'a.example:80',
  '',
  `${'a'.repeat(64)}.example`,
  `${'a.'.repeat(130)}example`,
])('%s is no host', (text) => {
  expect(parseHostName(text, own)).toEqual({ ok: false, reason: 'malformed' });
});

test.each(['id.localhost', 'x.auth.localhost', 'SHOPS.localhost', 'cdn.aria.localhost'])(
  '%s is the platform’s',
  (text) => {
    expect(parseHostName(text, own)).toEqual({ ok: false, reason: 'reserved' });
  },
);
