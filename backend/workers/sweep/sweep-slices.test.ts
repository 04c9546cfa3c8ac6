import { beforeEach, expect, test } from 'vitest';
import { createTestTable } from '../../../tests/setup/table.ts';
import { createSliceRegistry, type SliceRegistry } from '../../composition/registry/slice-registry.ts';
import { createSliceNeedEntity } from '../../table/slice-need.ts';
import type { Table } from '../../table/client.ts';
import { idleMs, stepOf, sweepSlices } from './sweep-slices.ts';

const [old, last] = ['00000000000a', '00000000000b'] as const;
const start = Date.parse('2026-11-01T12:00:00.000Z');
const later = (ms: number) => new Date(start + ms);
let table: Table;
let slices: SliceRegistry;

beforeEach(async () => {
  table = await createTestTable();
  slices = createSliceRegistry(table);
  await slices.announce({ catalog: old }, later(0).toISOString());
  await slices.announce({ catalog: last }, later(1_000).toISOString());
});

const need = { tenantId: 'platform', slice: 'catalog', version: old, shop: 'aria', channel: 'live' };
const putNeed = () =>
  createSliceNeedEntity(table)
    .put({ ...need, releases: ['mfe-catalog 1.0.0'], since: later(0).toISOString() })
    .go();
const sweep = (ms: number) => sweepSlices(slices, ['catalog'], later(ms));
const states = async () => Object.fromEntries((await slices.list('catalog')).map((one) => [one.version, one.state]));

test('a version that nothing needs is retired a week after that was seen, and the last one never', async () => {
  expect(await sweep(2_000)).toEqual({ retired: [] });
  expect(await sweep(idleMs + 1_999)).toEqual({ retired: [] });
  expect(await sweep(idleMs + 2_000)).toEqual({ retired: [`catalog ${old}`] });
  expect(await states()).toEqual({ [old]: 'retired', [last]: 'live' });
  expect(await sweep(10 * idleMs)).toEqual({ retired: [] });
});

test('one that is needed again begins its week anew', async () => {
  await sweep(2_000);
  await putNeed();
  await sweep(idleMs);
  expect(await sweep(2 * idleMs)).toEqual({ retired: [] });
  await createSliceNeedEntity(table).delete(need).go();
  expect(await sweep(2 * idleMs + 1)).toEqual({ retired: [] });
  expect(await sweep(3 * idleMs + 1)).toEqual({ retired: [`catalog ${old}`] });
});

test('what was begun and not ended is ended: it goes, or is live again', () => {
  const around = { isNeeded: true, isLast: false, now: later(0) };
  const one = { version: old, deployedAt: later(0).toISOString() };
  expect(stepOf({ ...one, state: 'retiring' }, around)).toBe('retire');
  expect(stepOf({ ...one, state: 'retired' }, around)).toBeUndefined();
});
