import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DisputeRecord } from '../../table/dispute-record.ts';
import type { RefundRecord } from '../../table/refund-record.ts';
import { decideOn, disputeOf, factsOf, line, orderOf, providerRefund, settle } from '../testing/decisions.ts';

describe('a dispute', () => {
  const evidence = {
    customerName: 'Ada',
    customerEmail: 'ada@example.com',
    billingAddress: '',
    productDescription: '',
    serviceDate: '',
    accessLog: '',
    text: 'It was downloaded.',
  };
  const asked = disputeOf('needs_response', { evidence, requestedAt: '2026-01-01T13:00:00.000Z' });

  test.each<[string, DisputeRecord, string]>([
    ['was asked to be answered', asked, 'answer-dispute'],
    ['was answered', { ...asked, sentAt: '2026-01-01T14:00:00.000Z' }, 'nothing'],
    ['was answered in vain', { ...asked, failure: 'refused' }, 'nothing'],
    ['has a draft', disputeOf('needs_response', { evidence }), 'nothing'],
  ])('that %s', (_, dispute, expected) => {
    const order = orderOf({ state: 'disputed', dispute });
    expect(decideOn(order, factsOf({ dispute: disputeOf('needs_response') })).do).toBe(expected);
  });

  test('keeps what the shop says to it when the bank moves on', () => {
    const order = orderOf({ state: 'disputed', dispute: asked });
    const decision = decideOn(order, factsOf({ dispute: disputeOf('under_review') }));
    expect(decision).toMatchObject({ change: { set: { dispute: { status: 'under_review', evidence } } } });
  });

  test('that was lost and is won after all makes the order paid, and gives the rights back', () => {
    const order = orderOf({ state: 'paid', frozen: { ...orderOf().frozen, lines: [line(1)] } });
    const lost = settle(order, factsOf({ dispute: disputeOf('lost') }));
    expect(lost.order.state).toBe('refunded');
    const appealed = settle(lost.order, factsOf({ dispute: disputeOf('under_review') }));
    expect(appealed.order.state).toBe('disputed');
    for (const before of [lost, appealed]) {
      const won = settle(before.order, factsOf({ dispute: disputeOf('won') }));
      expect(won.order.state).toBe('paid');
      expect(won.changes).toMatchObject([{ entitlements: 'restore', lines: [{ lineId: '1-1' }] }]);
    }
  });

  /** Whatever the bank and the provider say, in whatever order: what is left of it is what they say now. */
  test('comes out the same in whatever order it is heard of', () => {
    const statuses = fc.constantFrom<DisputeRecord['status']>('needs_response', 'under_review', 'won', 'lost');
    const refund = fc.record({ amountMinor: fc.constantFrom(400n, 1299n), fails: fc.boolean() });
    const order = orderOf({ state: 'paid', frozen: { ...orderOf().frozen, lines: [line(1), line(2)] } });
    fc.assert(
      fc.property(fc.array(statuses, { maxLength: 5 }), refund, statuses, (heard, { amountMinor, fails }, last) => {
        const theirs = providerRefund(amountMinor);
        const latest = { ...theirs, state: fails ? ('failed' as const) : theirs.state };
        const final = factsOf({ refunds: [latest], dispute: disputeOf(last) });
        let known: readonly RefundRecord[] = [];
        let current = order;
        for (const status of heard)
          ({ order: current, refunds: known } = settle(
            current,
            factsOf({ refunds: [theirs], dispute: disputeOf(status) }),
            { known },
          ));
        const [long, direct] = [settle(current, final, { known }), settle(order, final)];
        expect(long.order.state).toBe(direct.order.state);
        expect(long.order.refundedMinor ?? '0').toBe(direct.order.refundedMinor ?? '0');
      }),
      { seed: 4 },
    );
  });
});
