import { fromPspAmount } from '@tessera/commerce/money/psp-amount.ts';
import type { Money } from '@tessera/commerce/money/money.ts';
import type { ProviderSubscription } from '@tessera/commerce/subscription/standing.ts';
import Stripe from 'stripe';

/** A renewal that was paid. */
export interface PaidRenewal {
  invoiceId: string;
  paidAt: string;
  amount: Money;
  paymentIntentId: string | undefined;
}

/** What the provider does with what renews. */
export interface SubscriptionPayments {
  read(subscriptionId: string): Promise<ProviderSubscription>;
  /** All of them, the latest first; the first payment is the order's own and none of them. */
  listRenewals(subscriptionId: string): Promise<PaidRenewal[]>;
  /** Has it end with its period, or go on; `ended` where it is too late for either. */
  setRenewing(subscriptionId: string, renews: boolean): Promise<'set' | 'ended'>;
  /** Ends it at once. Repeating that changes nothing. */
  end(subscriptionId: string): Promise<void>;
}

export function createSubscriptionPayments(stripe: Stripe): SubscriptionPayments {
  return {
    async read(id) {
      return toProviderSubscription(await stripe.subscriptions.retrieve(id));
    },

    async listRenewals(id) {
      const invoices = stripe.invoices.list({
        subscription: id,
        status: 'paid',
        limit: 100,
        expand: ['data.payments'],
      });
      const paid: Stripe.Invoice[] = [];
      for await (const invoice of invoices) if (invoice.billing_reason === 'subscription_cycle') paid.push(invoice);
      return paid.map((invoice) => ({
        invoiceId: invoice.id,
        paidAt: toIso(invoice.status_transitions.paid_at ?? invoice.created),
        amount: fromPspAmount(invoice.amount_paid, invoice.currency),
        paymentIntentId: paymentIntentIdOf(invoice),
      }));
    },

    async setRenewing(id, renews) {
      try {
        await stripe.subscriptions.update(id, { cancel_at_period_end: !renews });
        return 'set';
      } catch (error) {
        if (error instanceof Stripe.errors.StripeInvalidRequestError) return 'ended';
        throw error;
      }
    },

    async end(id) {
      try {
        await stripe.subscriptions.cancel(id);
      } catch (error) {
        if (!(error instanceof Stripe.errors.StripeInvalidRequestError)) throw error;
      }
    },
  };
}

export function paymentIntentIdOf({ payments }: Stripe.Invoice): string | undefined {
  const intent = payments?.data[0]?.payment.payment_intent;
  return typeof intent === 'string' ? intent : intent?.id;
}

function toProviderSubscription(subscription: Stripe.Subscription): ProviderSubscription {
  const item = subscription.items.data[0];
  const ended = subscription.ended_at ?? undefined;
  return {
    status: statusOf(subscription.status),
    periodStart: toIso(item?.current_period_start ?? subscription.start_date),
    periodEnd: toIso(ended ?? item?.current_period_end ?? subscription.start_date),
    endsWithPeriod: subscription.cancel_at_period_end || subscription.cancel_at !== null,
  };
}

function statusOf(status: Stripe.Subscription['status']): ProviderSubscription['status'] {
  switch (status) {
    case 'active':
    case 'trialing':
      return 'active';
    case 'canceled':
    case 'incomplete_expired':
      return 'ended';
    case 'unpaid':
    case 'paused':
      return 'unpaid';
    default:
      return 'past_due';
  }
}

const toIso = (seconds: number): string => new Date(seconds * 1000).toISOString();
