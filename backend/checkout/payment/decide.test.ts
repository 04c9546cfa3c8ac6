import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DisputeRecord } from '../../table/dispute-record.ts';
import type { OrderLine, OrderRecord } from '../../table/order-record.ts';
import type { RefundRecord } from '../../table/refund-record.ts';
import type { OrderChange } from '../order/order-repository.ts';
import { decide, type Decision } from './decide.ts';
import type { PaymentFacts } from './payments.ts';
import type { ProviderRefund } from './refund-payments.ts';

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
  refunds: [],
  ...over,
});

const now = new Date('2026-01-02T00:00:00.000Z');

const decideOn = (
  order: OrderRecord,
  facts: PaymentFacts,
  expectedHash = hash,
  refunds: readonly RefundRecord[] = [],
) => decide({ order, refunds, facts, expectedHash, now });

let serial = 0;
const providerRefund = (amountMinor: bigint, over: Partial<ProviderRefund> = {}): ProviderRefund => ({
  id: `re_${(serial += 1)}`,
  amount: usd(amountMinor),
  state: 'succeeded',
  key: undefined,
  failure: undefined,
  createdAt: '2026-01-01T12:00:00.000Z',
  ...over,
});

const disputeOf = (status: DisputeRecord['status'], over: Partial<DisputeRecord> = {}): DisputeRecord => ({
  id: 'dp_1',
  status,
  inquiry: false,
  reason: 'product_not_received',
  currency: 'USD',
  amountMinor: '1299',
  openedAt: '2026-01-01T12:00:00.000Z',
  ...over,
});

/** Goes on until there is nothing more to do, as the reconciler does; the provider answers each refund as told. */
function settle(
  start: OrderRecord,
  facts: PaymentFacts,
  { known = [] as readonly RefundRecord[], answers = 'succeeded' as ProviderRefund['state'] } = {},
) {
  const changes: OrderChange[] = [];
  let [order, refunds, theirs] = [start, known, facts.refunds];
  for (let turn = 0; turn < 30; turn += 1) {
    const decision = decideOn(order, { ...facts, refunds: theirs }, hash, refunds);
    if (decision.do === 'ask-refund') {
      const { key, amountMinor } = decision.refund;
      theirs = [...theirs, providerRefund(BigInt(amountMinor), { key, state: answers })];
      continue;
    }
    if (decision.do !== 'change') return { order, refunds, changes, theirs, last: decision };
    const { change } = decision;
    changes.push(change);
    order = { ...order, ...change.set };
    const { refund } = change;
    if (refund) refunds = [...refunds.filter(({ n }) => n !== refund.n), refund].toSorted((a, b) => a.n - b.n);
  }
  throw new Error('never came to rest');
}

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
    const decision = decideOn(orderOf(), factsOf(over), hash);
    expect(decision).toMatchObject({ do: 'change', change: { set: { state: 'needs_review', stockHeld: false } } });
    const reviewed = orderOf({ state: 'needs_review', review: 'amount', stockHeld: false });
    expect(decideOn(reviewed, factsOf(over), hash).do).toBe('give-back');
    const amount = over.amount ?? usd(1299n);
    expect(decideOn(reviewed, factsOf({ ...over, refunds: [providerRefund(amount.amountMinor)] }), hash).do).toBe(
      'nothing',
    );
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

const line = (n: number, over: Partial<OrderLine> = {}): OrderLine => ({
  id: `1-${n}`,
  productId: `prd_${n}`,
  workId: `wrk_${n}`,
  title: 'Tide',
  productTitle: 'MP3',
  quantity: 1,
  unitPrice: { amountMinor: '433', currency: 'USD' },
  lineTotal: { amountMinor: '433', currency: 'USD' },
  delivery: 'digital',
  cover: { src: '/c.webp', srcset: [], width: 1, height: 1, color: '#000000', alt: '' },
  slug: 'tide',
  kind: 'album',
  makers: 'Nina Vale',
  licence: '',
  taxCode: 'txcd_10401100',
  stocked: false,
  priceListId: 'us',
  ...over,
});

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
      { entitlements: 'restore', lines: [{ lineId: '1-2' }, { lineId: '1-3' }] },
      { set: { state: 'partially_refunded' } },
    ]);
  });
});

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
});
