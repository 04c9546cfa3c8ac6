import type Stripe from 'stripe';
import type { Account } from '../account.ts';
import { toList } from '../api/list.ts';
import { newId } from '../store/ids.ts';

export interface InvoiceLineInput {
  price: Stripe.Price;
  quantity: number;
  description: string | null;
  /** Of a recurring line: its item, and the time it is for. */
  item?: { id: string; period: Stripe.InvoiceLineItem.Period };
}

export interface InvoiceInput {
  subscription: Stripe.Subscription;
  reason: 'subscription_create' | 'subscription_cycle';
  lines: readonly InvoiceLineInput[];
  /** Taken off by a coupon. */
  discount?: number;
}

/** An open invoice of a subscription: final, and not paid yet. */
export function newInvoice(
  account: Account,
  { subscription, reason, lines: inputs, discount = 0 }: InvoiceInput,
): Stripe.Invoice {
  const now = account.now();
  const id = newId('in');
  const lines = inputs.map((line) => newLine(id, subscription, line, now));
  const subtotal = lines.reduce((sum, line) => sum + line.amount, 0);
  const total = subtotal - discount;
  const customer = account.objects.find('customer', String(subscription.customer));
  return {
    ...fixed,
    id,
    object: 'invoice',
    amount_due: total,
    amount_remaining: total,
    billing_reason: reason,
    created: now,
    currency: subscription.currency,
    customer: subscription.customer,
    customer_email: customer?.email ?? null,
    customer_name: customer?.name ?? null,
    effective_at: now,
    lines: toList(lines, `/v1/invoices/${id}/lines`),
    number: `${customer?.invoice_prefix ?? 'INV'}-${id.slice(-4).toUpperCase()}`,
    parent: {
      quote_details: null,
      subscription_details: { metadata: subscription.metadata, subscription: subscription.id },
      type: 'subscription_details',
    },
    period_end: now,
    period_start: now,
    status_transitions: { finalized_at: now, marked_uncollectible_at: null, paid_at: null, voided_at: null },
    subtotal,
    subtotal_excluding_tax: subtotal,
    test_clock: subscription.test_clock,
    total,
    total_excluding_tax: total,
  };
}

const fixed = {
  account_country: 'US',
  account_name: 'Test account',
  account_tax_ids: null,
  amount_overpaid: 0,
  amount_paid: 0,
  amount_shipping: 0,
  application: null,
  attempt_count: 0,
  attempted: false,
  auto_advance: true,
  automatic_tax: { disabled_reason: null, enabled: false, liability: null, provider: null, status: null },
  automatically_finalizes_at: null,
  collection_method: 'charge_automatically',
  custom_fields: null,
  customer_account: null,
  customer_address: null,
  customer_phone: null,
  customer_shipping: null,
  customer_tax_exempt: 'none',
  default_payment_method: null,
  default_source: null,
  default_tax_rates: [],
  description: null,
  discounts: [],
  due_date: null,
  ending_balance: 0,
  footer: null,
  from_invoice: null,
  issuer: { type: 'self' },
  last_finalization_error: null,
  latest_revision: null,
  livemode: false,
  metadata: {},
  next_payment_attempt: null,
  on_behalf_of: null,
  payment_settings: { default_mandate: null, payment_method_options: null, payment_method_types: null },
  post_payment_credit_notes_amount: 0,
  pre_payment_credit_notes_amount: 0,
  receipt_number: null,
  rendering: null,
  shipping_cost: null,
  shipping_details: null,
  starting_balance: 0,
  statement_descriptor: null,
  status: 'open',
  total_discount_amounts: [],
  total_pretax_credit_amounts: [],
  total_taxes: [],
  webhooks_delivered_at: null,
} satisfies Partial<Stripe.Invoice>;

function newLine(
  invoice: string,
  subscription: Stripe.Subscription,
  { price, quantity, description, item }: InvoiceLineInput,
  now: number,
): Stripe.InvoiceLineItem {
  const amount = (price.unit_amount ?? 0) * quantity;
  return {
    id: newId('il'),
    object: 'line_item',
    amount,
    currency: price.currency,
    description,
    discount_amounts: [],
    discountable: true,
    discounts: [],
    invoice,
    livemode: false,
    metadata: {},
    parent: item
      ? {
          invoice_item_details: null,
          subscription_item_details: {
            invoice_item: null,
            proration: false,
            proration_details: null,
            subscription: subscription.id,
            subscription_item: item.id,
          },
          type: 'subscription_item_details',
        }
      : {
          invoice_item_details: {
            invoice_item: newId('ii'),
            proration: false,
            proration_details: null,
            subscription: subscription.id,
          },
          subscription_item_details: null,
          type: 'invoice_item_details',
        },
    period: item?.period ?? { start: now, end: now },
    pretax_credit_amounts: [],
    pricing: {
      price_details: { price: price.id, product: String(price.product) },
      type: 'price_details',
      unit_amount_decimal: price.unit_amount_decimal,
    },
    quantity,
    quantity_decimal: null,
    subscription: subscription.id,
    subtotal: amount,
    taxes: [],
  };
}
