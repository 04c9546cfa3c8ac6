import { fromPspAmount } from '@tessera/commerce/money/psp-amount.ts';
import type { Money } from '@tessera/commerce/money/money.ts';
import type { TenantId } from '@tessera/contracts/ids.ts';
import Stripe from 'stripe';
import type { OrderRecord } from '../../table/order-record.ts';
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
  refunded: Money;
  dispute: 'none' | 'open' | 'won' | 'lost';
}

/** The payment provider, for one tenant. */
export interface Payments {
  openSession(order: OrderRecord): Promise<{ id: string; url: string }>;
  readSession(sessionId: string): Promise<PaymentFacts>;
  /** The facts of an order that no session was opened for: the renewal of a subscription. */
  readRenewal(order: OrderRecord, paymentIntentId: string): Promise<PaymentFacts>;
  /** Closes the hosted page; `not-open` where it was paid or had closed before. */
  closeSession(sessionId: string): Promise<'closed' | 'not-open'>;
  /** Gives back all that is left of a payment. The key makes it happen once, for ever. */
  refund(paymentIntentId: string, key: string): Promise<string>;
  subscriptions: SubscriptionPayments;
}

export function createPayments(stripe: Stripe, tenantId: TenantId): Payments {
  return {
    async openSession(order) {
      await makeCoupon(order);
      const session = await stripe.checkout.sessions.create(toSessionParams(order), { idempotencyKey: order.orderId });
      if (!session.url) throw new Error(`session ${session.id} has no page`);
      return { id: session.id, url: session.url };
    },

    async readSession(sessionId) {
      const session = await stripe.checkout.sessions.retrieve(sessionId, {
        expand: ['payment_intent.latest_charge', 'invoice.payments'],
      });
      const intent = await intentOf(session);
      return withDispute(toFacts(session, intent), intent);
    },

    async readRenewal(order, id) {
      const intent = await stripe.paymentIntents.retrieve(id, { expand: ['latest_charge'] });
      return withDispute(toRenewalFacts(order, intent), intent);
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

  async function withDispute(facts: PaymentFacts, intent: Stripe.PaymentIntent | undefined): Promise<PaymentFacts> {
    const disputed = chargeOf(intent)?.disputed === true;
    return disputed ? { ...facts, dispute: await readDispute(facts.paymentIntentId) } : facts;
  }

  /** A session that begins a subscription names its payment by way of the invoice. */
  async function intentOf(session: Stripe.Checkout.Session): Promise<Stripe.PaymentIntent | undefined> {
    if (session.payment_intent && typeof session.payment_intent !== 'string') return session.payment_intent;
    const invoice = typeof session.invoice === 'string' ? undefined : session.invoice;
    const id = invoice ? paymentIntentIdOf(invoice) : undefined;
    return id === undefined ? undefined : stripe.paymentIntents.retrieve(id, { expand: ['latest_charge'] });
  }

  async function readDispute(paymentIntentId: string | undefined): Promise<PaymentFacts['dispute']> {
    const { data } = await stripe.disputes.list({
      ...(paymentIntentId ? { payment_intent: paymentIntentId } : {}),
      limit: 1,
    });
    const status = data[0]?.status;
    if (status === 'won') return 'won';
    if (status === 'lost') return 'lost';
    return status === 'warning_closed' || status === 'prevented' ? 'won' : 'open';
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
    refunded: fromPspAmount(charge?.amount_refunded ?? 0, currency),
    dispute: 'none',
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
    refunded: fromPspAmount(charge?.amount_refunded ?? 0, intent.currency),
    dispute: 'none',
  };
}

const stateOf = (status: string | null): PaymentFacts['session'] =>
  status === 'complete' || status === 'expired' ? status : 'open';

function chargeOf(intent: Stripe.PaymentIntent | undefined): Stripe.Charge | undefined {
  const charge = intent?.latest_charge;
  return charge && typeof charge !== 'string' && charge.paid ? charge : undefined;
}
