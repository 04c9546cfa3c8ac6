import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { OrderRecord } from '../../table/order-record.ts';
import { decide, type Decision } from './decide.ts';
import type { PaymentFacts } from './payments.ts';

const hash = 'a'.repeat(64);
const usd = (amountMinor: bigint) => ({ amountMinor, currency: 'USD' });

const orderOf = (over: Partial<OrderRecord> = {}): OrderRecord => ({
  tenantId: 'aria',
  orderId: 'ord_1',
  userId: 'usr_1',
  placedAt: '2026-01-01T00:00:00.000Z',
  number: 'A-1001',
  email: 'ada@example.com',
  currency: 'USD',
  totalMinor: '1299',
  itemCount: 1,
  hash,
  frozen: {
    lines: [],
    priceMode: 'exclusive',
    subtotalMinor: '1299',
    discountMinor: '0',
    deliveryMinor: '0',
    taxMinor: '0',
    roundingAdjustmentMinor: '0',
    taxLines: [],
    address: { name: 'Ada', country: 'US' },
    locale: 'en',
    shop: { name: 'Aria', legalName: 'Aria Ltd.', country: 'US', supportEmail: 'a@b.example' },
    origin: 'http://aria.localhost',
    localePrefix: '',
  },
  cartId: 'crt_1',
  expiresAt: '2026-01-01T00:40:00.000Z',
  revision: 1,
  state: 'pending',
  stockHeld: true,
  timeline: [],
  sessionId: 'cs_1',
  ...over,
});

const factsOf = (over: Partial<PaymentFacts> = {}): PaymentFacts => ({
  session: 'complete',
  paid: true,
  amount: usd(1299n),
  orderId: 'ord_1',
  tenantId: 'aria',
  hash,
  paymentIntentId: 'pi_1',
  refunded: usd(0n),
  dispute: 'none',
  ...over,
});

const stateOf = (decision: Decision) => (decision.do === 'change' ? decision.change.set.state : decision.do);

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
    const decision = decide(orderOf(), factsOf(over), hash);
    expect(decision).toMatchObject({ do: 'change', change: { set: { state: 'needs_review', stockHeld: false } } });
    const reviewed = orderOf({ state: 'needs_review', review: 'amount', stockHeld: false });
    expect(decide(reviewed, factsOf(over), hash).do).toBe('refund');
    const amount = over.amount ?? usd(1299n);
    expect(decide(reviewed, factsOf({ ...over, refunded: amount }), hash).do).toBe('nothing');
  });

  test('an order that was changed in the table after it was agreed does not fit its hash', () => {
    expect(stateOf(decide(orderOf(), factsOf(), 'c'.repeat(64)))).toBe('needs_review');
  });

  test('paid: rights, an empty cart, the state', () => {
    expect(decide(orderOf(), factsOf(), hash)).toMatchObject({
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
  ['paid', { refunded: usd(100n) }, 'partially_refunded'],
  ['paid', { refunded: usd(1299n) }, 'refunded'],
  ['pending', { refunded: usd(1299n) }, 'paid'],
  ['refunded', { refunded: usd(1299n) }, undefined],
  ['refunded', {}, 'paid'],
  ['paid', { dispute: 'open' }, 'disputed'],
  ['disputed', { dispute: 'open' }, 'nothing'],
  ['disputed', { dispute: 'won' }, 'paid'],
  ['disputed', { dispute: 'lost' }, 'refunded'],
])('case %#: %s', (state, facts, expected) => {
  const known = state === 'refunded' && facts.refunded ? { refundedMinor: '1299' } : {};
  expect(stateOf(decide(orderOf({ state, ...known }), factsOf(facts), hash))).toBe(expected ?? 'nothing');
});

test('whatever is heard in whatever order, what stands at the end decides', () => {
  const news = fc.array(
    fc.constantFrom<Partial<PaymentFacts>>(
      { paid: false, session: 'open' },
      { paid: false, session: 'complete' },
      {},
      { refunded: usd(100n) },
    ),
  );
  fc.assert(
    fc.property(news, (heard) => {
      let order = orderOf();
      let grants = 0;
      for (const over of [...heard, { refunded: usd(100n) }, { refunded: usd(1299n) }])
        for (let turn = 0; turn < 4; turn += 1) {
          const decision = decide(order, factsOf(over), hash);
          if (decision.do !== 'change') break;
          if (decision.change.entitlements === 'grant') grants += 1;
          order = { ...order, ...decision.change.set };
        }
      expect(order.state).toBe('refunded');
      expect(grants).toBe(1);
    }),
    { seed: 5 },
  );
});
