import { describe, expect, test } from 'vitest';
import type { OrderRecord } from '../../table/order-record.ts';
import type { RefundRecord } from '../../table/refund-record.ts';
import { disputeOf, factsOf, line, orderOf, providerRefund, settle } from '../testing/decisions.ts';

describe('refunds', () => {
  const frozen = { ...orderOf().frozen, lines: [line(1), line(2), line(3)] };
  const paid = (over: Partial<OrderRecord> = {}) => orderOf({ state: 'paid', frozen, ...over });
  const requested = (n: number, over: Partial<RefundRecord> = {}): RefundRecord => ({
    tenantId: 'aria',
    orderId: 'ord_1',
    n,
    key: `refund:ord_1:${n}`,
    state: 'requested',
    currency: 'USD',
    amountMinor: '433',
    shares: [{ id: `1-${n}`, quantity: 1, grossMinor: '433', taxMinor: [] }],
    restock: false,
    requestedAt: '2026-01-01T12:00:00.000Z',
    requestedBy: 'usr_boss',
    ...over,
  });

  test('one that was written down is asked for once, and takes the rights of its lines alone', () => {
    const settled = settle(paid({ refundCount: 1 }), factsOf(), { known: [requested(1)] });
    expect(settled.theirs).toHaveLength(1);
    expect(settled.order).toMatchObject({ state: 'partially_refunded', refundedMinor: '433' });
    expect(settled.changes.filter(({ entitlements }) => entitlements)).toMatchObject([
      { entitlements: 'revoke', lines: [{ lineId: '1-1' }] },
    ]);
  });

  test('asked for before a crash: the provider’s is found by its key, and none is asked for again', () => {
    const theirs = [providerRefund(433n, { key: 'refund:ord_1:1' })];
    const settled = settle(paid({ refundCount: 1 }), factsOf({ refunds: theirs }), { known: [requested(1)] });
    expect(settled.theirs).toHaveLength(1);
    expect(settled.refunds).toMatchObject([{ state: 'succeeded', providerId: theirs[0]?.id }]);
  });

  test('one that is pending holds its amount and moves nothing', () => {
    const settled = settle(paid({ refundCount: 1 }), factsOf(), { known: [requested(1)], answers: 'pending' });
    expect(settled.order.state).toBe('paid');
    expect(settled.refunds).toMatchObject([{ state: 'requested', providerId: expect.any(String) }]);
    expect(settled.changes.some(({ entitlements }) => entitlements)).toBe(false);
  });

  test('of several that succeeded one fails: its amount and its rights come back, the others stay', () => {
    const all = [1, 2, 3].map((n) => requested(n));
    const full = settle(paid({ refundCount: 3 }), factsOf(), { known: all });
    expect(full.order).toMatchObject({ state: 'refunded', refundedMinor: '1299' });
    const sentBack = full.theirs.map((one) =>
      one.key === 'refund:ord_1:2' ? { ...one, state: 'failed' as const, failure: 'lost_or_stolen_card' } : one,
    );
    const after = settle(full.order, factsOf({ refunds: sentBack }), { known: full.refunds });
    expect(after.order).toMatchObject({ state: 'partially_refunded', refundedMinor: '866' });
    expect(after.refunds.map(({ state }) => state)).toEqual(['succeeded', 'failed', 'succeeded']);
    expect(after.changes).toMatchObject([{ entitlements: 'restore', lines: [{ lineId: '1-2' }] }]);
    expect(settle(after.order, factsOf({ refunds: sentBack }), { known: after.refunds }).changes).toEqual([]);
  });

  test('a line of many pieces keeps its right until the last one; tokens go piece by piece', () => {
    const tokens = line(1, { quantity: 3, tokens: { amount: 10, validMonths: 12 } });
    const order = paid({ refundCount: 1, frozen: { ...frozen, lines: [tokens] } });
    const { changes } = settle(order, factsOf(), { known: [requested(1)] });
    expect(changes.at(-1)).toMatchObject({ lines: [{ lineId: '1-1', pieces: 1 }] });
  });

  test('pieces go back on the shelf by choice alone', () => {
    const order = paid({ refundCount: 1, frozen: { ...frozen, lines: [line(1, { stocked: true }), line(2)] } });
    const without = settle(order, factsOf(), { known: [requested(1)] });
    expect(without.changes.some(({ restock }) => restock)).toBe(false);
    const withIt = settle(order, factsOf(), { known: [requested(1, { restock: true })] });
    expect(withIt.changes.at(-1)?.restock).toEqual([{ productId: 'prd_1', quantity: 1 }]);
  });

  test('made in the dashboard: it is kept as money for nothing in particular', () => {
    const settled = settle(paid(), factsOf({ refunds: [providerRefund(300n)] }));
    expect(settled.refunds).toMatchObject([{ n: 1, state: 'succeeded', requestedBy: 'provider', amountMinor: '300' }]);
    expect(settled.refunds[0]?.shares.map(({ grossMinor, quantity }) => [grossMinor, quantity])).toEqual([
      ['100', 0],
      ['100', 0],
      ['100', 0],
    ]);
    expect(settled.changes.flatMap(({ lines }) => lines ?? [])).toEqual([]);
  });

  test('never asked for while the payment is disputed', () => {
    const dispute = disputeOf('needs_response');
    const order = paid({ state: 'disputed', dispute, refundCount: 1 });
    const settled = settle(order, factsOf({ dispute }), { known: [requested(1)] });
    expect(settled.theirs).toEqual([]);
    expect(settled.refunds).toMatchObject([{ state: 'failed', failure: 'disputed' }]);
  });

  test('a dispute that is won leaves refunded what was refunded before', () => {
    const before = settle(paid({ refundCount: 1 }), factsOf(), { known: [requested(1)] });
    const facts = { refunds: before.theirs };
    const open = settle(before.order, factsOf({ ...facts, dispute: disputeOf('needs_response') }), {
      known: before.refunds,
    });
    expect(open.order.state).toBe('disputed');
    const won = settle(open.order, factsOf({ ...facts, dispute: disputeOf('won') }), { known: before.refunds });
    expect(won.order.state).toBe('partially_refunded');
    expect(won.changes).toMatchObject([
      {
        entitlements: 'restore',
        lines: [{ lineId: '1-2' }, { lineId: '1-3' }],
        set: { state: 'partially_refunded' },
      },
    ]);
  });

  test('a refund that fails after a claim was lost makes nothing paid, and gives no right back', () => {
    const before = settle(paid({ refundCount: 1 }), factsOf(), { known: [requested(1)] });
    const lost = settle(before.order, factsOf({ refunds: before.theirs, dispute: disputeOf('lost') }), {
      known: before.refunds,
    });
    expect(lost.order.state).toBe('refunded');
    const sentBack = before.theirs.map((one) => ({ ...one, state: 'failed' as const, failure: 'declined' }));
    const after = settle(lost.order, factsOf({ refunds: sentBack, dispute: disputeOf('lost') }), {
      known: lost.refunds,
    });
    expect(after.order).toMatchObject({ state: 'refunded', refundedMinor: '0' });
    expect(after.changes.some(({ entitlements }) => entitlements)).toBe(false);
    const won = settle(after.order, factsOf({ refunds: sentBack, dispute: disputeOf('won') }), {
      known: after.refunds,
    });
    expect(won.order.state).toBe('paid');
    expect(won.changes).toMatchObject([
      { entitlements: 'restore', lines: [{ lineId: '1-1' }, { lineId: '1-2' }, { lineId: '1-3' }] },
    ]);
  });

  test('one that failed and lives on under its key is the same refund, settled again', () => {
    const failed = providerRefund(433n, { key: 'refund:ord_1:1', state: 'failed', failure: 'declined' });
    const known = [requested(1)];
    const first = settle(paid({ refundCount: 1 }), factsOf({ refunds: [failed] }), { known });
    expect(first.refunds).toMatchObject([{ state: 'failed', providerId: failed.id, failure: 'declined' }]);
    const alive = providerRefund(433n, { key: 'refund:ord_1:1' });
    const again = settle(first.order, factsOf({ refunds: [failed, alive] }), { known: first.refunds });
    expect(again.refunds).toMatchObject([{ n: 1, state: 'succeeded', providerId: alive.id }]);
    expect(again.refunds[0]).not.toHaveProperty('failure');
    expect(again.order).toMatchObject({ state: 'partially_refunded', refundedMinor: '433' });
  });

  test('two that live under one key are two refunds', () => {
    const twice = [1, 2].map(() => providerRefund(433n, { key: 'refund:ord_1:1' }));
    const settled = settle(paid({ refundCount: 1 }), factsOf({ refunds: twice }), { known: [requested(1)] });
    expect(settled.refunds).toMatchObject([
      { n: 1, state: 'succeeded', providerId: twice[0]?.id },
      { n: 2, state: 'succeeded', providerId: twice[1]?.id, requestedBy: 'provider' },
    ]);
    expect(settled.order.refundedMinor).toBe('866');
  });

  test('pieces on the shelf stay there when their refund fails, and are not put there twice', () => {
    const shelf = paid({ refundCount: 1, frozen: { ...frozen, lines: [line(1, { stocked: true }), line(2)] } });
    const first = settle(shelf, factsOf(), { known: [requested(1, { restock: true })] });
    expect(first.refunds[0]?.shelved).toEqual([{ productId: 'prd_1', quantity: 1 }]);
    const sentBack = first.theirs.map((one) => ({ ...one, state: 'failed' as const }));
    const failed = settle(first.order, factsOf({ refunds: sentBack }), { known: first.refunds });
    const shares = requested(1).shares;
    const again = settle({ ...failed.order, refundCount: 2 }, factsOf({ refunds: sentBack }), {
      known: [...failed.refunds, requested(2, { restock: true, shares })],
    });
    expect(again.refunds.map(({ state }) => state)).toEqual(['failed', 'succeeded']);
    expect([...failed.changes, ...again.changes].some(({ restock }) => restock)).toBe(false);
  });
});
