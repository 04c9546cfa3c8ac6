import { expect, test } from 'vitest';
import type { DisputeRecord } from '../../table/dispute-record.ts';
import type { OrderRecord } from '../../table/order-record.ts';
import type { RefundRecord } from '../../table/refund-record.ts';
import { ledgerEntriesOf } from './ledger-entries.ts';

const at = '2026-03-01T10:00:00.000Z';
const disputeOf = (status: DisputeRecord['status'], over: Partial<DisputeRecord> = {}): DisputeRecord => ({
  id: 'du_1',
  status,
  inquiry: false,
  reason: 'fraudulent',
  currency: 'USD',
  amountMinor: '1299',
  openedAt: '2026-02-01T10:00:00.000Z',
  ...over,
});
const orderOf = (revision: number, dispute?: DisputeRecord) =>
  ({ orderId: 'ord_1', tenantId: 'aria', paidAt: at, revision, ...(dispute ? { dispute } : {}) }) as OrderRecord;

test('a dispute that is lost, regained and lost once more is three entries, and what is held comes out right', () => {
  const steps = [undefined, disputeOf('lost'), disputeOf('won'), disputeOf('lost'), disputeOf('lost')];
  const entries = steps
    .slice(1)
    .flatMap((dispute, index) =>
      ledgerEntriesOf({ before: orderOf(index, steps[index]), after: orderOf(index + 1, dispute) }, undefined, at),
    );
  expect(entries.map(({ entryId }) => entryId)).toEqual([
    'dispute-lost:du_1:1',
    'dispute-regained:du_1:2',
    'dispute-lost:du_1:3',
  ]);
  const held = entries.flatMap(({ postings }) => postings).filter(({ account }) => account === 'dispute_hold');
  expect(held.map(({ amount }) => amount.amountMinor)).toEqual([-1299n, 1299n, -1299n]);
});

test('a second dispute has an entry of its own, the first coming into sight again none, and an inquiry none', () => {
  const second = disputeOf('lost', { id: 'du_2', openedAt: '2026-02-20T10:00:00.000Z' });
  const entriesOf = (before: DisputeRecord, after: DisputeRecord) =>
    ledgerEntriesOf({ before: orderOf(1, before), after: orderOf(2, after) }, undefined, at);
  expect(entriesOf(disputeOf('lost'), second).map(({ entryId }) => entryId)).toEqual(['dispute-lost:du_2:2']);
  expect(entriesOf(second, disputeOf('lost'))).toEqual([]);
  expect(entriesOf(disputeOf('needs_response'), disputeOf('lost', { inquiry: true }))).toEqual([]);
});

test('a refund that succeeds, fails and succeeds again is three entries under three names', () => {
  const refundOf = (state: RefundRecord['state']): RefundRecord => ({
    ...{ tenantId: 'aria', orderId: 'ord_1', n: 1, key: 'refund:ord_1:1', state, currency: 'USD', amountMinor: '500' },
    ...{ shares: [], restock: false, requestedAt: at, requestedBy: 'usr_boss' },
  });
  const states = ['requested', 'succeeded', 'failed', 'requested', 'succeeded'] as const;
  const order = (revision: number) => ({ ...orderOf(revision), frozen: { taxLines: [] } }) as unknown as OrderRecord;
  const entries = states.slice(1).flatMap((state, index) => {
    const refund = { before: refundOf(states[index] ?? 'requested'), after: refundOf(state) };
    return ledgerEntriesOf({ before: order(index), after: order(index + 1) }, refund, at);
  });
  expect(entries.map(({ entryId }) => entryId)).toEqual([
    'refund:ord_1:1:1',
    'refund-failed:ord_1:1:2',
    'refund:ord_1:1:4',
  ]);
  const given = entries.flatMap(({ postings }) => postings).filter(({ account }) => account === 'buyer_receivable');
  expect(given.map(({ amount }) => amount.amountMinor)).toEqual([-500n, 500n, -500n]);
});
