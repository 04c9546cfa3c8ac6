import { beforeEach, expect, test } from 'vitest';
import { createSliceRegistry, type SliceRegistry } from '../../backend/composition/registry/slice-registry.ts';
import { createSliceNeedEntity } from '../../backend/table/slice-need.ts';
import type { Table } from '../../backend/table/client.ts';
import { createTestTable } from '../../tests/setup/table.ts';
import { runSliceCommand } from './slice-command.ts';

const at = '2026-11-01T12:00:00.000Z';
const later = '2026-11-02T12:00:00.000Z';
let table: Table;
let slices: SliceRegistry;
beforeEach(async () => {
  table = await createTestTable();
  slices = createSliceRegistry(table);
});

const run = (...args: string[]) =>
  runSliceCommand(args, {
    slices,
    names: ['catalog', 'checkout'],
    built: () => Promise.resolve({ catalog: '00000000000b', checkout: '00000000000c' }),
    now: () => new Date(at),
  });

test('what is announced is listed, with the shops and releases that need it', async () => {
  expect(await run('announce')).toEqual(['catalog 00000000000b  live', 'checkout 00000000000c  live']);
  await createSliceNeedEntity(table)
    .put({
      ...{ tenantId: 'platform', slice: 'catalog', version: '00000000000b', shop: 'aria', channel: 'live' },
      ...{ releases: ['mfe-catalog 1.0.0'], since: at },
    })
    .go();
  expect(await run('list', 'catalog')).toEqual([
    `catalog 00000000000b  live, deployed ${at}`,
    '  aria: mfe-catalog 1.0.0',
  ]);
  expect(await run('list')).toHaveLength(3);
});

test('a version is retired where nothing needs it; else the shops and releases that do are named', async () => {
  const old = '00000000000a';
  await slices.announce({ catalog: old }, at);
  await slices.announce({ catalog: '00000000000b' }, later);
  const need = { tenantId: 'platform', slice: 'catalog', version: old, shop: 'aria', channel: 'live' };
  await createSliceNeedEntity(table)
    .put({ ...need, releases: ['mfe-catalog 1.0.0'], since: at })
    .go();
  await expect(run('retire', 'catalog', old)).rejects.toThrow(`catalog ${old} is needed by aria (mfe-catalog 1.0.0).`);
  await createSliceNeedEntity(table).delete(need).go();
  expect(await run('retire', 'catalog', old)).toEqual([`catalog ${old}  retired`]);
  await expect(run('retire', 'catalog', old)).rejects.toThrow('is retired already');
});

test('what was deployed last stays, whatever was built here since', async () => {
  await slices.announce({ catalog: '00000000000b' }, at);
  await slices.announce({ catalog: '00000000000d' }, later);
  await expect(run('retire', 'catalog', '00000000000d')).rejects.toThrow('is what was deployed last');
  expect(await run('retire', 'catalog', '00000000000b')).toEqual(['catalog 00000000000b  retired']);
});

test.each([
  [['retire', 'catalog', '00000000000f'], /was never deployed/],
  [['retire', 'session', '00000000000a'], /There are no versions of “session”/],
  [['retire', 'catalog'], /This is no command/],
  [[], /This is no command/],
])('%j is refused', async (args, message) => {
  await expect(run(...args)).rejects.toThrow(message);
});
