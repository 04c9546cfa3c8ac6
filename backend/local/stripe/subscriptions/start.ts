import type Stripe from 'stripe';
import type { Account } from '../account.ts';
import { newInvoice, type InvoiceLineInput } from '../invoices/invoice.ts';
import { recurringLines } from './recurring-lines.ts';
import { newSubscription, type SubscriptionInput } from './subscription.ts';

interface Started {
  subscription: Stripe.Subscription;
  /** Open: it is for the caller to have it paid. */
  invoice: Stripe.Invoice;
}

/** What stands on the first invoice alone. */
interface Once {
  lines: readonly InvoiceLineInput[];
  discount: number;
}

/** Begins a subscription and draws up its first invoice, with what is bought once beside it. */
export function startSubscription(
  account: Account,
  input: SubscriptionInput,
  once: Once = { lines: [], discount: 0 },
): Started {
  const begun = newSubscription(account, input);
  const recurring = recurringLines(account, begun.items.data);
  const invoice = account.objects.put(
    newInvoice(account, {
      subscription: begun,
      reason: 'subscription_create',
      lines: [...once.lines, ...recurring],
      discount: once.discount,
    }),
  );
  const subscription = account.objects.put<Stripe.Subscription>({ ...begun, latest_invoice: invoice.id });
  account.events.record('customer.subscription.created', subscription);
  account.events.record('invoice.created', invoice);
  account.events.record('invoice.finalized', invoice);
  return { subscription, invoice };
}
