import type Stripe from 'stripe';
import type { Account } from '../account.ts';
import { bookCharge } from '../balance-transactions/transaction.ts';
import { newIntent } from '../payment-intents/intent.ts';
import { newCharge } from '../payments/charge.ts';
import { toPaymentError } from '../payments/decline.ts';
import { laterBehaviourOf } from '../payments/test-cards.ts';
import { newId } from '../store/ids.ts';

export interface InvoiceResult {
  paid: boolean;
  invoice: Stripe.Invoice;
}

/** Says that a payment intent settles an invoice. */
export function settleInvoice(account: Account, invoice: Stripe.Invoice, intent: Stripe.PaymentIntent): Stripe.Invoice {
  const now = account.now();
  const paid = account.objects.put<Stripe.Invoice>({
    ...invoice,
    amount_paid: invoice.total,
    amount_remaining: 0,
    attempt_count: invoice.attempt_count + 1,
    attempted: true,
    next_payment_attempt: null,
    status: 'paid',
    status_transitions: { ...invoice.status_transitions, paid_at: now },
  });
  const payment: Stripe.InvoicePayment = {
    id: newId('inpay'),
    object: 'invoice_payment',
    amount_paid: invoice.total,
    amount_requested: invoice.total,
    created: now,
    currency: invoice.currency,
    invoice: invoice.id,
    is_default: true,
    livemode: false,
    payment: { payment_intent: intent.id, type: 'payment_intent' },
    status: 'paid',
    status_transitions: { canceled_at: null, paid_at: now },
  };
  account.objects.put(payment, invoice.id);
  account.events.record('invoice.paid', paid);
  account.events.record('invoice.payment_succeeded', paid);
  return paid;
}

/** Charges the kept card, without its owner. */
export function payInvoice(
  account: Account,
  invoice: Stripe.Invoice,
  method: Stripe.PaymentMethod | undefined,
): InvoiceResult {
  const { now, objects, events, publicOrigin } = account;
  const intent = objects.put(
    newIntent(account, { amount: invoice.total, currency: invoice.currency, customer: invoice.customer }),
  );
  events.record('payment_intent.created', intent);
  if (!method) return { paid: false, invoice };
  const attempt = { intent, method, created: now(), publicOrigin, authenticated: false };
  const { decline } = laterBehaviourOf(method.card?.last4);
  if (decline) {
    const charge = objects.put(newCharge({ ...attempt, decline }));
    const error = toPaymentError(decline, charge, method);
    const failed = { ...intent, last_payment_error: error, latest_charge: charge.id };
    events.record('charge.failed', charge);
    events.record('payment_intent.payment_failed', objects.put<Stripe.PaymentIntent>(failed));
    return { paid: false, invoice };
  }
  const charge = objects.put(bookCharge(account, newCharge(attempt)));
  const succeeded = objects.put<Stripe.PaymentIntent>({
    ...intent,
    amount_received: intent.amount,
    latest_charge: charge.id,
    payment_method: method.id,
    status: 'succeeded',
  });
  events.record('charge.succeeded', charge);
  events.record('payment_intent.succeeded', succeeded);
  return { paid: true, invoice: settleInvoice(account, invoice, succeeded) };
}
