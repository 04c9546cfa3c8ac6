import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DisputeRecord } from '../../table/dispute-record.ts';
import type { OrderRecord } from '../../table/order-record.ts';
import type { RefundRecord } from '../../table/refund-record.ts';
import {
  decideOn,
  disputeOf,
  factsOf,
  hash,
  line,
  orderOf,
  providerRefund,
  settle,
  stateOf,
  usd,
} from '../testing/decisions.ts';
import type { PaymentFacts } from './payments.ts';
import type { ProviderRefund } from './refund-payments.ts';

describe('a payment counts only when it is this order’s, whole', () => {
  test.each<[string, Partial<PaymentFacts>]>([
    ['less', { amount: usd(1298n) }],
    ['more', { amount: usd(1300n) }],
    ['another currency', { amount: { amountMinor: 1299n, currency: 'EUR' } }],
    ['another order', { orderId: 'ord_2' }],
    ['another tenant', { tenantId: 'folio' }],
    ['another hash', { hash: 'b'.repeat(64) }],
    ['no metadata', { orderId: undefined, tenantId: undefined, hash: undefined }],
  ])('%s: review, then the money goes back', (_, over) => {
    const decision = decideOn(orderOf(), factsOf(over), hash);
    expect(decision).toMatchObject({ do: 'change', change: { set: { state: 'needs_review', stockHeld: false } } });
    const reviewed = orderOf({ state: 'needs_review', review: 'amount', stockHeld: false });
    expect(decideOn(reviewed, factsOf(over), hash).do).toBe('give-back');
    const amount = over.amount ?? usd(1299n);
    const given = providerRefund(amount.amountMinor);
    const after = (state: ProviderRefund['state'], order = reviewed) =>
      stateOf(decideOn(order, factsOf({ ...over, refunds: [{ ...given, state }] }), hash));
    expect(after('pending')).toBe('nothing');
    expect(after('succeeded')).toBe('refunded');
    const done = orderOf({ ...reviewed, state: 'refunded' });
    expect(after('succeeded', done)).toBe('nothing');
    // Sent back by a bank: a person has to find another way.
    expect(after('failed', done)).toBe('needs_review');
    expect(after('failed')).toBe('nothing');
  });

  test.each<[string, string, Partial<PaymentFacts>]>([
    ['came late', 'late', {}],
    ['does not fit', 'amount', { amount: usd(1298n) }],
  ])('one that %s goes back after its dispute was won, and never while the bank has it', (_, review, over) => {
    const reviewed = orderOf({ state: 'needs_review', review, stockHeld: false });
    const outcome = (status: DisputeRecord['status']) =>
      decideOn(reviewed, factsOf({ ...over, dispute: disputeOf(status) })).do;
    expect(outcome('needs_response')).toBe('nothing');
    expect(outcome('under_review')).toBe('nothing');
    expect(outcome('lost')).toBe('nothing');
    expect(outcome('won')).toBe('give-back');
  });

  test('an order that was changed in the table after it was agreed does not fit its hash', () => {
    expect(stateOf(decideOn(orderOf(), factsOf(), 'c'.repeat(64)))).toBe('needs_review');
  });

  test('paid: rights, an empty cart, the state', () => {
    expect(decideOn(orderOf(), factsOf(), hash)).toMatchObject({
      do: 'change',
      change: { set: { state: 'paid', paymentIntentId: 'pi_1' }, entitlements: 'grant', emptyCart: true },
    });
  });
});

test.each<[OrderRecord['state'], Partial<PaymentFacts>, string | undefined]>([
  ['pending', { paid: false, session: 'open' }, 'nothing'],
  ['pending', { paid: false, session: 'complete' }, 'pending_async'],
  ['pending', { paid: false, session: 'expired' }, 'expired'],
  ['pending_async', {}, 'paid'],
  ['expired', {}, 'needs_review'],
  ['cancelled', {}, 'needs_review'],
  ['paid', {}, 'nothing'],
  ['paid', { paid: false, session: 'expired' }, 'nothing'],
  ['paid', { dispute: disputeOf('needs_response') }, 'disputed'],
  ['pending', { dispute: disputeOf('needs_response') }, 'paid'],
  ['refunded', { dispute: disputeOf('needs_response') }, 'disputed'],
  ['paid', { dispute: disputeOf('lost') }, 'refunded'],
  ['fulfilled', { dispute: disputeOf('lost') }, 'refunded'],
  ['disputed', { dispute: disputeOf('won') }, 'paid'],
  ['disputed', { dispute: disputeOf('lost') }, 'refunded'],
  ['needs_review', { dispute: disputeOf('needs_response') }, 'nothing'],
])('case %#: %s', (state, facts, expected) => {
  expect(stateOf(decideOn(orderOf({ state }), factsOf(facts)))).toBe(expected ?? 'nothing');
});

test('whatever is heard in whatever order, what stands at the end decides', () => {
  const part = providerRefund(100n);
  const rest = providerRefund(1199n);
  const news = fc.array(
    fc.constantFrom<Partial<PaymentFacts>>(
      { paid: false, session: 'open' },
      { paid: false, session: 'complete' },
      {},
      { refunds: [part] },
    ),
  );
  fc.assert(
    fc.property(news, (heard) => {
      let [order, refunds] = [
        orderOf({ frozen: { ...orderOf().frozen, lines: [line(1)] } }),
        [] as readonly RefundRecord[],
      ];
      let grants = 0;
      for (const over of [...heard, { refunds: [part] }, { refunds: [part, rest] }]) {
        const settled = settle(order, factsOf(over), { known: refunds });
        grants += settled.changes.filter(({ entitlements }) => entitlements === 'grant').length;
        ({ order, refunds } = settled);
      }
      expect(order.state).toBe('refunded');
      expect(refunds.map(({ n, state, amountMinor }) => [n, state, amountMinor])).toEqual([
        [1, 'succeeded', '100'],
        [2, 'succeeded', '1199'],
      ]);
      expect(grants).toBe(1);
    }),
    { seed: 5 },
  );
});
