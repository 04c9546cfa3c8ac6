import { fromPspAmount } from '@tessera/commerce/money/psp-amount.ts';
import type { Money } from '@tessera/commerce/money/money.ts';
import type { TenantId } from '@tessera/contracts/ids.ts';
import Stripe from 'stripe';
import type { DisputeRecord } from '../../table/dispute-record.ts';
import type { OrderRecord } from '../../table/order-record.ts';
import { createDisputePayments, type DisputePayments } from './dispute-payments.ts';
import { createRefundPayments, type ProviderRefund, type RefundPayments } from './refund-payments.ts';
import { toCouponParams, toSessionParams } from './session-params.ts';
import { createSubscriptionPayments, paymentIntentIdOf, type SubscriptionPayments } from './subscription-payments.ts';

/** What the provider knows of an order's payment, as it stands now. */
export interface PaymentFacts {
  session: 'open' | 'complete' | 'expired';
  paid: boolean;
  /** What was charged, or would be. */
  amount: Money;
  orderId: string | undefined;
  tenantId: string | undefined;
  hash: string | undefined;
  paymentIntentId: string | undefined;
  /** The subscription it began. */
  subscriptionId?: string | undefined;
  refunds: readonly ProviderRefund[];
  dispute?: DisputeRecord | undefined;
}

/** The payment provider, for one tenant. */
export interface Payments {
  openSession(order: OrderRecord): Promise<{ id: string; url: string }>;
  readSession(order: OrderRecord, sessionId: string): Promise<PaymentFacts>;
  /** The facts of an order that no session was opened for: the renewal of a subscription. */
  readRenewal(order: OrderRecord, paymentIntentId: string): Promise<PaymentFacts>;
  /** Closes the hosted page; `not-open` where it was paid or had closed before. */
  closeSession(sessionId: string): Promise<'closed' | 'not-open'>;
  /** Gives back all that is left of a payment. The key makes it happen once, for ever. */
  refund(paymentIntentId: string, key: string): Promise<string>;
  refunds: RefundPayments;
  disputes: DisputePayments;
  subscriptions: SubscriptionPayments;
}

export function createPayments(stripe: Stripe, tenantId: TenantId): Payments {
  const refunds = createRefundPayments(stripe);
  const disputes = createDisputePayments(stripe);
  return {
    async openSession(order) {
      await makeCoupon(order);
      const session = await stripe.checkout.sessions.create(toSessionParams(order), { idempotencyKey: order.orderId });
      if (!session.url) throw new Error(`session ${session.id} has no page`);
      return { id: session.id, url: session.url };
    },

    async readSession(order, sessionId) {
      const session = await stripe.checkout.sessions.retrieve(sessionId, {
        expand: ['payment_intent.latest_charge', 'invoice.payments'],
      });
      const intent = await intentOf(session);
      return withWhatFollowed(order, toFacts(session, intent), intent);
    },

    async readRenewal(order, id) {
      const intent = await stripe.paymentIntents.retrieve(id, { expand: ['latest_charge'] });
      return withWhatFollowed(order, toRenewalFacts(order, intent), intent);
    },

    async closeSession(sessionId) {
      try {
        await stripe.checkout.sessions.expire(sessionId);
        return 'closed';
      } catch (error) {
        if (error instanceof Stripe.errors.StripeInvalidRequestError) return 'not-open';
        throw error;
      }
    },

    async refund(paymentIntentId, key) {
      const refund = await stripe.refunds.create(
        { payment_intent: paymentIntentId, metadata: { tenant: tenantId, reason: key } },
        { idempotencyKey: `refund:${key}` },
      );
      return refund.id;
    },

    refunds,
    disputes,
    subscriptions: createSubscriptionPayments(stripe),
  };

  async function makeCoupon(order: OrderRecord): Promise<void> {
    const coupon = toCouponParams(order);
    if (!coupon) return;
    try {
      await stripe.coupons.create(coupon, { idempotencyKey: `coupon:${order.orderId}` });
    } catch (error) {
      // Made by an attempt whose answer was lost, longer ago than keys are kept.
      if (!(error instanceof Stripe.errors.StripeError) || error.code !== 'resource_already_exists') throw error;
    }
  }

  /** Refunds and disputes, asked for where the payment or the order knows of any. */
  async function withWhatFollowed(
    order: OrderRecord,
    facts: PaymentFacts,
    intent: Stripe.PaymentIntent | undefined,
  ): Promise<PaymentFacts> {
    const charge = chargeOf(intent);
    if (!intent || !charge) return facts;
    const isRefunded = charge.amount_refunded > 0 || (order.refundCount ?? 0) > 0 || order.refundId !== undefined;
    const [known, dispute] = await Promise.all([
      isRefunded ? refunds.list(intent.id) : [],
      charge.disputed ? disputes.find(intent.id) : undefined,
    ]);
    return { ...facts, refunds: known, ...(dispute ? { dispute } : {}) };
  }

  /** A session that begins a subscription names its payment by way of the invoice. */
  async function intentOf(session: Stripe.Checkout.Session): Promise<Stripe.PaymentIntent | undefined> {
    if (session.payment_intent && typeof session.payment_intent !== 'string') return session.payment_intent;
    const invoice = typeof session.invoice === 'string' ? undefined : session.invoice;
    const id = invoice ? paymentIntentIdOf(invoice) : undefined;
    return id === undefined ? undefined : stripe.paymentIntents.retrieve(id, { expand: ['latest_charge'] });
  }
}

function toFacts(session: Stripe.Checkout.Session, intent: Stripe.PaymentIntent | undefined): PaymentFacts {
  const currency = session.currency ?? '';
  const metadata = session.metadata ?? {};
  const charge = chargeOf(intent);
  const { subscription } = session;
  return {
    session: stateOf(session.status),
    paid: session.payment_status !== 'unpaid' && session.status === 'complete',
    amount: fromPspAmount(charge ? charge.amount_captured : (session.amount_total ?? 0), charge?.currency ?? currency),
    orderId: metadata['order_id'],
    tenantId: metadata['tenant'],
    hash: metadata['order_hash'],
    paymentIntentId: intent?.id,
    subscriptionId: typeof subscription === 'string' ? subscription : subscription?.id,
    refunds: [],
  };
}

/** Whose it is, its own invoice said when the order was made of it. */
function toRenewalFacts({ orderId, tenantId, hash }: OrderRecord, intent: Stripe.PaymentIntent): PaymentFacts {
  const charge = chargeOf(intent);
  return {
    session: 'complete',
    paid: intent.status === 'succeeded',
    amount: fromPspAmount(charge?.amount_captured ?? intent.amount, intent.currency),
    orderId,
    tenantId,
    hash,
    paymentIntentId: intent.id,
    refunds: [],
  };
}

const stateOf = (status: string | null): PaymentFacts['session'] =>
  status === 'complete' || status === 'expired' ? status : 'open';

function chargeOf(intent: Stripe.PaymentIntent | undefined): Stripe.Charge | undefined {
  const charge = intent?.latest_charge;
  return charge && typeof charge !== 'string' && charge.paid ? charge : undefined;
}
