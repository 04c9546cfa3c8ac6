import { expect, test } from 'vitest';
import { createTestTable } from '../../tests/setup/table.ts';
import { fingerprintOf, runIdempotently } from '../platform/idempotency.ts';
import { createIdempotencyStore } from './idempotency-store.ts';

const clock = () => new Date('2026-11-01T12:00:00Z');
const request = { scope: 'cart:crt_1', key: 'k-12345678', fingerprint: fingerprintOf({ a: 1, b: 2 }) };
const answered = (n: number) => async () => ({ answer: { status: 200, body: { n } }, recorded: false });

test('the same key runs once; with another body it is a conflict; another scope or tenant is another key', async () => {
  const table = await createTestTable();
  const store = createIdempotencyStore(table, 'aria', clock);
  expect(await runIdempotently(store, request, answered(1))).toEqual({ status: 200, body: { n: 1 } });
  const again = { ...request, fingerprint: fingerprintOf({ b: 2, a: 1 }) };
  expect(await runIdempotently(store, again, answered(2))).toEqual({ status: 200, body: { n: 1 } });
  const other = { ...request, fingerprint: fingerprintOf({ a: 2 }) };
  await expect(runIdempotently(store, other, answered(3))).rejects.toMatchObject({ status: 409 });
  expect((await runIdempotently(store, { ...other, scope: 'cart:crt_2' }, answered(4))).body).toEqual({ n: 4 });
  const folio = createIdempotencyStore(table, 'folio', clock);
  expect((await runIdempotently(folio, request, answered(5))).body).toEqual({ n: 5 });
});

test('of two at the same time, both get the winner’s answer', async () => {
  const store = createIdempotencyStore(await createTestTable(), 'aria', clock);
  const [a, b] = await Promise.all([
    runIdempotently(store, request, answered(1)),
    runIdempotently(store, request, answered(2)),
  ]);
  expect(a).toEqual(b);
});

test('work that lost its transaction is answered by the winner', async () => {
  const store = createIdempotencyStore(await createTestTable(), 'aria', clock);
  const answer = await runIdempotently(store, request, async () => {
    await store.record(request, { status: 200, body: 'winner' });
    return 'lost';
  });
  expect(answer.body).toBe('winner');
});
