import type Stripe from 'stripe';
import type { Account } from '../account.ts';
import type { InvoiceLineInput } from '../invoices/invoice.ts';

/** What an invoice says of a subscription's items, each for the period it stands in. */
export const recurringLines = ({ objects }: Account, items: readonly Stripe.SubscriptionItem[]): InvoiceLineInput[] =>
  items.map((item) => ({
    price: item.price,
    quantity: item.quantity ?? 1,
    description: objects.find('product', String(item.price.product))?.name ?? null,
    item: { id: item.id, period: { start: item.current_period_start, end: item.current_period_end } },
  }));
