import { expect, it } from 'vitest';
import type { CellResult } from './run-cell.ts';
import { isComplete } from './run-matrix.ts';
import { tableOf } from './table.ts';

const cell: CellResult = {
  combination: 'shell N × remotes N',
  remote: 'mfe-x',
  fault: '503',
  place: 'fallback',
  telemetry: ['failed: network → fallback', 'fallback ran: network'],
  search: true,
  cart: true,
  checkout: true,
  recovered: true,
  problems: [],
  durationMs: 1,
};

it('says of each page view what was wrong, what stood there, and what the visitor could do', () => {
  const [head, , row] = tableOf([cell]).split('\n');
  expect(head).toMatch(/^\| releases +\| remote +\| what is wrong/);
  expect(row?.split('|').map((part) => part.trim())).toEqual([
    ...['', 'shell N × remotes N', 'mfe-x', 'every file answered with 503', 'fallback'],
    ...['failed: network → fallback; fallback ran: network', 'yes', 'yes', 'yes', 'yes', ''],
  ]);
});

it('does not hide what failed', () => {
  const failed = { ...cell, checkout: false, recovered: undefined };
  expect(tableOf([failed])).toContain('| **no**');
  expect([cell, failed].map(isComplete)).toEqual([true, false]);
});
