import type Stripe from 'stripe';
import type { Account } from '../account.ts';
import { nextPeriodStart } from '../billing/period.ts';
import { at, timeOf } from '../billing/time.ts';
import { newInvoice } from '../invoices/invoice.ts';
import { payInvoice } from '../invoices/pay-invoice.ts';
import { endSubscription } from './end.ts';
import { recurringLines } from './recurring-lines.ts';
import { periodEndOf, recurrenceOf } from './subscription.ts';

const daySeconds = 24 * 3600;

/** Waits before each further try of a renewal that was not paid; after the last the subscription ends. */
const retryDays = [3, 5, 7];

/** Does for every subscription what is due by its customer's time: renews it, tries a payment again, or ends it. */
export function runDue(account: Account, only?: { clock: string }): void {
  for (const status of ['active', 'past_due'])
    for (const { id, customer, test_clock: clock } of account.objects.page('subscription', {
      match: { status },
      limit: 1000,
    }).items)
      if (only === undefined || clock === only.clock) advance(account, id, timeOf(account, customer));
}

/** Step by step, each at its own time, as if nobody had waited. */
function advance(account: Account, id: string, until: number): void {
  for (;;) {
    const subscription = account.objects.find('subscription', id);
    if (!subscription || subscription.status === 'canceled') return;
    const invoice = account.objects.find('invoice', String(subscription.latest_invoice));
    const retryAt = invoice?.status === 'open' ? (invoice.next_payment_attempt ?? undefined) : undefined;
    const periodEnd = periodEndOf(subscription);
    if (invoice && retryAt !== undefined && retryAt <= until && retryAt <= periodEnd)
      collect(at(account, retryAt), subscription, invoice);
    else if (periodEnd > until) return;
    else if (subscription.cancel_at_period_end)
      endSubscription(at(account, periodEnd), subscription, 'cancellation_requested');
    else renew(at(account, periodEnd), subscription);
  }
}

/** The period moves on whether or not the money comes; what is owed is in the invoice. */
function renew(account: Account, subscription: Stripe.Subscription): void {
  const start = account.now();
  const items = subscription.items.data.map((item) => ({
    ...item,
    current_period_start: start,
    current_period_end: nextPeriodStart(subscription.billing_cycle_anchor, recurrenceOf(item.price), start),
  }));
  const moved: Stripe.Subscription = { ...subscription, items: { ...subscription.items, data: items } };
  const lines = recurringLines(account, items);
  const invoice = account.objects.put(
    newInvoice(account, { subscription: moved, reason: 'subscription_cycle', lines }),
  );
  account.events.record('invoice.created', invoice);
  account.events.record('invoice.finalized', invoice);
  collect(account, { ...moved, latest_invoice: invoice.id }, invoice);
}

function collect(account: Account, subscription: Stripe.Subscription, invoice: Stripe.Invoice): void {
  const result = payInvoice(account, invoice, methodOf(account, subscription));
  if (result.paid) {
    const paid = account.objects.put<Stripe.Subscription>({ ...subscription, status: 'active' });
    account.events.record('customer.subscription.updated', paid);
    return;
  }
  const tries = invoice.attempt_count + 1;
  const days = retryDays[tries - 1];
  const failed = account.objects.put<Stripe.Invoice>({
    ...invoice,
    attempt_count: tries,
    attempted: true,
    next_payment_attempt: days === undefined ? null : account.now() + days * daySeconds,
  });
  account.events.record('invoice.payment_failed', failed);
  const late = account.objects.put<Stripe.Subscription>({ ...subscription, status: 'past_due' });
  account.events.record('customer.subscription.updated', late);
  if (days === undefined) endSubscription(account, late, 'payment_failed');
}

function methodOf({ objects }: Account, { default_payment_method: own, customer }: Stripe.Subscription) {
  const ofCustomer = objects.find('customer', String(customer))?.invoice_settings.default_payment_method;
  return objects.find('payment_method', String(own ?? ofCustomer));
}
