import { expect, test } from 'vitest';
import { parsePrice } from './price-input.ts';
import { progressOf } from './progress.ts';
import { typeOf } from './start-import.ts';

test.each([
  ['12.99', 'USD', '1299'],
  ['12,5', 'EUR', '1250'],
  ['900', 'JPY', '900'],
  ['1.234', 'KWD', '1234'],
  ['', 'USD', undefined],
])('%s in %s is %s', (text, currency, minor) => {
  expect(parsePrice(text, currency)).toEqual({ ok: true, minor });
});

test.each([
  ['0', 'USD'],
  ['-1', 'USD'],
  ['1.999', 'USD'],
  ['9.5', 'JPY'],
  ['twelve', 'USD'],
])('%s in %s is no price', (text, currency) => {
  expect(parsePrice(text, currency)).toEqual({ ok: false });
});

test.each([
  ['books.csv', 'text/csv'],
  ['books.NDJSON', 'application/x-ndjson'],
  ['books.jsonl', 'application/x-ndjson'],
  ['books', 'text/csv'],
])('%s is %s', (name, type) => {
  expect(typeOf({ name })).toBe(type);
});

const rows = { created: 0, updated: 0, unchanged: 0, failed: 0 };
test.each([
  ['queued', { read: 0 }, 0],
  ['running', { read: 0 }, 0],
  ['running', { read: 50, total: 200 }, 25],
  ['running', { read: 199, total: 200 }, 99],
  ['succeeded', { read: 200, total: 200 }, 100],
  ['failed', { read: 3, total: 200 }, 100],
] as const)('%s with %j is %i %%', (state, read, percent) => {
  expect(progressOf({ state, rows: { ...rows, ...read } })).toBe(percent);
});
