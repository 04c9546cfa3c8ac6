import type Stripe from 'stripe';
import type { Account } from '../account.ts';
import { settleInvoice } from '../invoices/pay-invoice.ts';
import { attachTo } from '../payment-methods/find.ts';
import { startSubscription } from '../subscriptions/start.ts';

interface Paid {
  session: Stripe.Checkout.Session;
  intent: Stripe.PaymentIntent;
  method: Stripe.PaymentMethod;
  customer: string;
}

/** What a paid session of mode `subscription` brings about: the card is kept, the subscription begins, its first invoice is paid. */
export function beginSubscription(
  account: Account,
  { session, intent, method, customer }: Paid,
): Pick<Stripe.Checkout.Session, 'subscription' | 'invoice'> {
  attachTo(account, method, customer);
  const lines = account.objects
    .children(session.id, 'item')
    .flatMap(({ price, quantity, description }) => (price ? [{ price, quantity: quantity ?? 1, description }] : []));
  const data = account.subscriptionData.get(session.id);
  const { subscription, invoice } = startSubscription(
    account,
    {
      customer,
      items: lines.filter(({ price }) => price.recurring !== null),
      metadata: data.metadata ?? {},
      description: data.description,
      defaultPaymentMethod: method.id,
    },
    {
      lines: lines.filter(({ price }) => price.recurring === null),
      discount: session.total_details?.amount_discount ?? 0,
    },
  );
  settleInvoice(account, invoice, intent);
  return { subscription: subscription.id, invoice: invoice.id };
}
