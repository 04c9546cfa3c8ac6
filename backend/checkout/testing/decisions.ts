import type { DisputeRecord } from '../../table/dispute-record.ts';
import type { OrderLine, OrderRecord } from '../../table/order-record.ts';
import type { RefundRecord } from '../../table/refund-record.ts';
import type { OrderChange } from '../order/order-repository.ts';
import { decide, type Decision } from '../payment/decide.ts';
import type { PaymentFacts } from '../payment/payments.ts';
import type { ProviderRefund } from '../payment/refund-payments.ts';

export const hash = 'a'.repeat(64);
export const usd = (amountMinor: bigint) => ({ amountMinor, currency: 'USD' });

export const orderOf = (over: Partial<OrderRecord> = {}): OrderRecord => ({
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

export const factsOf = (over: Partial<PaymentFacts> = {}): PaymentFacts => ({
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

export const decideOn = (
  order: OrderRecord,
  facts: PaymentFacts,
  expectedHash = hash,
  refunds: readonly RefundRecord[] = [],
) => decide({ order, refunds, facts, expectedHash, now });

let serial = 0;
export const providerRefund = (amountMinor: bigint, over: Partial<ProviderRefund> = {}): ProviderRefund => ({
  id: `re_${(serial += 1)}`,
  amount: usd(amountMinor),
  state: 'succeeded',
  key: undefined,
  failure: undefined,
  createdAt: '2026-01-01T12:00:00.000Z',
  ...over,
});

export const disputeOf = (status: DisputeRecord['status'], over: Partial<DisputeRecord> = {}): DisputeRecord => ({
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
export function settle(
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

export const stateOf = (decision: Decision) => (decision.do === 'change' ? decision.change.set.state : decision.do);

export const line = (n: number, over: Partial<OrderLine> = {}): OrderLine => ({
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
