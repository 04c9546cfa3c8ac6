import { expect, test } from 'vitest';
import { createTestTable } from '../../tests/setup/table.ts';
import { createAuditLog } from './audit-log.ts';

test('keeps what happened to an entity, latest first, once, and for its tenant alone', async () => {
  const table = await createTestTable();
  const log = createAuditLog(table, 'aria');
  const entry = (n: number) => ({
    entity: 'ord_1',
    at: `2026-11-01T12:00:0${n}.000Z`,
    auditId: `evt_${n}`,
    what: 'order.paid',
    by: 'platform',
    data: { n },
  });
  await log.record(entry(1));
  await log.recordAll([entry(1), entry(2), entry(2), entry(3)]);
  expect(await log.of('ord_1', 2)).toMatchObject([entry(3), entry(2)]);
  expect(await log.of('ord_1', 10)).toHaveLength(3);
  expect(await log.of('ord_1', 10, entry(3))).toMatchObject([entry(2), entry(1)]);
  expect(await log.of('ord_1', 10, entry(1))).toEqual([]);
  expect(await log.of('ord_2', 10)).toEqual([]);
  expect(await createAuditLog(table, 'folio').of('ord_1', 10)).toEqual([]);
});
