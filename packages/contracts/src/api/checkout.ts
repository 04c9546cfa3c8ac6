import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { CountryCode, CurrencyCode, MoneyWire } from '../money.ts';
import { Picture } from './common.ts';
import { CodeRefusal, DiscountCode } from './discounts.ts';

export const TaxLine = z
  .object({
    /** The authority's own name: "VAT 19 %", "CA sales tax", "QST". Localised. */
    label: z.string(),
    /** Percent as a decimal string: "9.975". */
    ratePercent: z.string(),
    taxable: MoneyWire,
    amount: MoneyWire,
    included: z.boolean(),
    /** Whose tax it is: `DE`, `US-CA`. */
    jurisdiction: z.string().exactOptional(),
  })
  .meta({ id: 'TaxLine' });

export const Totals = z
  .object({
    subtotal: MoneyWire,
    discount: MoneyWire,
    delivery: MoneyWire,
    tax: MoneyWire,
    total: MoneyWire,
    taxLines: z.array(TaxLine),
    taxDisplay: z.enum(['inclusive', 'exclusive']),
    /** True until an address decides the tax. */
    estimated: z.boolean(),
  })
  .meta({ id: 'Totals' });
export type Totals = z.infer<typeof Totals>;

export const Interval = z.enum(['month', 'year']).meta({ id: 'Interval' });

/** What is charged again each time, taxes included, after the first payment. */
export const Renewal = z.object({ interval: Interval, total: MoneyWire, tax: MoneyWire }).meta({ id: 'Renewal' });
export type Renewal = z.infer<typeof Renewal>;

/** A discount that counts, as buyers read it. */
export const DiscountView = z
  .object({
    id: z.string(),
    name: z.string(),
    /** What was entered for it; absent where it comes by itself. */
    code: z.string().optional(),
    amount: MoneyWire,
    freeDelivery: z.boolean(),
  })
  .meta({ id: 'Discount' });

export const CartLine = z
  .object({
    productId: z.string(),
    workId: z.string(),
    slug: z.string(),
    title: z.string(),
    productTitle: z.string(),
    makers: z.string(),
    cover: Picture,
    delivery: z.enum(['digital', 'physical', 'subscription', 'tokens']),
    quantity: z.int().positive(),
    maxQuantity: z.int().positive(),
    unitPrice: MoneyWire,
    /** Before discounts. */
    lineTotal: MoneyWire,
    /** Its share of the discounts; absent where it has none. */
    discount: MoneyWire.optional(),
    /** Of what renews: how often. */
    interval: Interval.optional(),
    /** To be told before paying: what changed since the line was put in, or that the buyer has it already. */
    notice: z.enum(['price-changed', 'quantity-reduced', 'unavailable', 'owned']).optional(),
    previousUnitPrice: MoneyWire.optional(),
  })
  .meta({ id: 'CartLine' });
export type CartLine = z.infer<typeof CartLine>;

export const Cart = z
  .object({
    id: z.string(),
    /** Rises by one with each change; the `ETag` is `"<version>"`. */
    version: z.int().nonnegative(),
    currency: CurrencyCode,
    lines: z.array(CartLine),
    itemCount: z.int().nonnegative(),
    totals: Totals,
    /** Whether checkout must ask where to deliver. */
    needsDelivery: z.boolean(),
    /** Present where something in it renews. */
    renewal: Renewal.optional(),
    /** In the order they are taken off; absent where none is. */
    discounts: z.array(DiscountView).optional(),
    /** Codes that were entered and stay in the cart; with a reason where one takes nothing off now. */
    codes: z.array(z.object({ code: z.string(), refusal: CodeRefusal.optional() })).optional(),
  })
  .meta({ id: 'Cart' });
export type Cart = z.infer<typeof Cart>;

export const Address = z
  .object({
    name: z.string().trim().min(1).max(120),
    line1: z.string().trim().max(120).optional(),
    line2: z.string().trim().max(120).optional(),
    city: z.string().trim().max(80).optional(),
    region: z.string().trim().max(80).optional(),
    postalCode: z.string().trim().max(20).optional(),
    country: CountryCode,
  })
  .meta({ id: 'Address' });
export type Address = z.infer<typeof Address>;

export const OrderState = z
  .enum([
    'pending',
    'pending_async',
    'paid',
    'fulfilled',
    'partially_refunded',
    'refunded',
    'disputed',
    'cancelled',
    'expired',
    'needs_review',
  ])
  .meta({ id: 'OrderState' });
export type OrderState = z.infer<typeof OrderState>;

export const OrderLineView = z
  .object({
    id: z.string(),
    productId: z.string(),
    workId: z.string(),
    title: z.string(),
    productTitle: z.string(),
    quantity: z.int(),
    unitPrice: MoneyWire,
    /** Before discounts. */
    lineTotal: MoneyWire,
    /** Its share of the order's discounts; absent where it has none. */
    discount: MoneyWire.optional(),
    delivery: z.string(),
    cover: Picture,
  })
  .meta({ id: 'OrderLine' });

export const OrderView = z
  .object({
    id: z.string(),
    /** What people quote on the phone: "A-1042". */
    number: z.string(),
    state: OrderState,
    placedAt: z.iso.datetime(),
    email: z.string(),
    lines: z.array(OrderLineView),
    totals: Totals,
    discounts: z.array(DiscountView).optional(),
    address: Address.optional(),
    invoiceNumber: z.string().optional(),
    /** What was given back, the first one first; each has a credit note once that was issued. */
    givenBack: z
      .array(z.object({ amount: MoneyWire, at: z.iso.datetime(), creditNoteNumber: z.string().optional() }))
      .optional(),
    renewal: Renewal.optional(),
    /** The order whose subscription this one renews. */
    renewalOf: z.string().optional(),
    timeline: z.array(z.object({ at: z.iso.datetime(), what: z.string(), detail: z.string().optional() })),
  })
  .meta({ id: 'Order' });
export type OrderView = z.infer<typeof OrderView>;

export const CheckoutDetails = z
  .object({
    email: z.email(),
    address: Address,
    /** The licence and, for digital goods in the EU, the waiver of withdrawal. */
    acceptedTerms: z.literal(true),
    locale: z.string().max(10).optional(),
    /** Of the quote the buyer has seen: a cart that has come to cost something else since is refused. */
    digest: z.string().max(100).optional(),
  })
  .meta({ id: 'CheckoutDetails' });
export type CheckoutDetails = z.infer<typeof CheckoutDetails>;

export const SubscriptionView = z
  .object({
    /** Of the order it came with. */
    id: z.string(),
    /** `ending`: paid until `periodEnd`, and over then. `past_due`: its renewal was not paid. */
    state: z.enum(['active', 'ending', 'past_due', 'ended']),
    lines: z.array(
      z.object({
        workId: z.string(),
        slug: z.string(),
        title: z.string(),
        productTitle: z.string(),
        cover: Picture,
      }),
    ),
    renewal: Renewal,
    startedAt: z.iso.datetime(),
    periodEnd: z.iso.datetime(),
    /** How long it opens what it opens, with the days of grace. */
    validUntil: z.iso.datetime(),
  })
  .meta({ id: 'Subscription' });
export type SubscriptionView = z.infer<typeof SubscriptionView>;

const ifMatch = z.object({
  'if-match': z.string().max(40).optional(),
  'idempotency-key': z.string().min(8).max(100).optional(),
});
const viewing = z.object({
  currency: CurrencyCode.optional(),
  country: CountryCode.optional(),
  locale: z.string().max(10).optional(),
});

export const checkoutApi = {
  cart: endpoint({
    method: 'get',
    path: '/api/cart',
    summary: 'The visitor’s cart, priced now',
    query: viewing,
    ok: { 200: Cart },
  }),
  changeCart: endpoint({
    method: 'post',
    path: '/api/cart',
    summary: 'Sets a product’s quantity; 0 takes it out',
    query: viewing,
    headers: ifMatch,
    body: z.object({ op: z.literal('set'), productId: z.string().max(80), quantity: z.int().min(0).max(999) }),
    ok: { 200: Cart },
    errors: [403, 404, 409, 412, 413],
  }),
  applyCode: endpoint({
    method: 'post',
    path: '/api/cart/codes',
    summary: 'Enters a discount code; the cart keeps it',
    query: viewing,
    headers: ifMatch,
    body: z.object({ code: z.string().max(80) }),
    ok: { 200: Cart },
    errors: [403, 404, 409, 412, 413],
  }),
  removeCode: endpoint({
    method: 'delete',
    path: '/api/cart/codes/{code}',
    summary: 'Takes a code out of the cart; one that isn’t there changes nothing',
    params: z.object({ code: DiscountCode }),
    query: viewing,
    headers: ifMatch,
    ok: { 200: Cart },
    errors: [403, 404, 409, 412],
  }),
  quote: endpoint({
    method: 'post',
    path: '/api/checkout/quote',
    summary: 'What the cart costs delivered to this address',
    query: viewing,
    body: z.object({ address: Address }),
    ok: { 200: z.object({ cart: Cart, digest: z.string() }) },
    errors: [403, 404, 409],
  }),
  createSession: endpoint({
    method: 'post',
    path: '/api/checkout/create-session',
    summary: 'Places a pending order and opens its hosted payment page',
    query: viewing,
    headers: z.object({ 'idempotency-key': z.string().min(8).max(100).optional() }),
    body: CheckoutDetails,
    ok: { 200: z.object({ url: z.url(), orderId: z.string() }) },
    errors: [401, 403, 404, 409, 413],
    security: 'session',
  }),
  order: endpoint({
    method: 'get',
    path: '/api/checkout/orders/{id}',
    summary: 'The buyer’s own order',
    params: z.object({ id: z.string().max(80) }),
    ok: { 200: OrderView },
    errors: [401, 404],
    security: 'session',
  }),
  changeSubscription: endpoint({
    method: 'post',
    path: '/api/checkout/subscriptions/{id}',
    summary: 'Has a subscription end with its period, or go on after all',
    params: z.object({ id: z.string().max(80) }),
    body: z.object({ renews: z.boolean() }),
    ok: { 200: SubscriptionView },
    errors: [401, 403, 404, 409],
    security: 'session',
  }),
  webhook: endpoint({
    method: 'post',
    path: '/api/webhooks/stripe',
    summary: 'Signed payment events, taken at least once and in any order',
    headers: z.object({ 'stripe-signature': z.string() }),
    body: z.unknown(),
    ok: { 200: z.object({ received: z.literal(true) }) },
    errors: [413],
  }),
};
