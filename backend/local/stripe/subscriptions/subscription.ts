import type Stripe from 'stripe';
import type { Account } from '../account.ts';
import { toList } from '../api/list.ts';
import { nextPeriodStart, type Recurrence } from '../billing/period.ts';
import { clockOf } from '../billing/time.ts';
import { newId } from '../store/ids.ts';

export interface SubscriptionInput {
  customer: string;
  items: readonly { price: Stripe.Price; quantity: number }[];
  metadata: Record<string, string>;
  description?: string | undefined;
  defaultPaymentMethod: string | null;
}

/** A subscription from this moment on; its first invoice is still to be made. */
export function newSubscription(account: Account, input: SubscriptionInput): Stripe.Subscription {
  const now = account.now();
  const id = newId('sub');
  const items = input.items.map((item) => newItem(id, item, now));
  return {
    ...fixed,
    id,
    object: 'subscription',
    billing_cycle_anchor: now,
    created: now,
    currency: input.items[0]?.price.currency ?? 'usd',
    customer: input.customer,
    default_payment_method: input.defaultPaymentMethod,
    description: input.description ?? null,
    items: toList(items, `/v1/subscription_items?subscription=${id}`),
    latest_invoice: null,
    metadata: input.metadata,
    start_date: now,
    status: 'active',
    test_clock: clockOf(account, input.customer)?.id ?? null,
  };
}

const fixed = {
  application: null,
  application_fee_percent: null,
  automatic_tax: { disabled_reason: null, enabled: false, liability: null },
  billing_cycle_anchor_config: null,
  billing_mode: { flexible: null, type: 'classic' },
  billing_schedules: [],
  billing_thresholds: null,
  cancel_at: null,
  cancel_at_period_end: false,
  canceled_at: null,
  cancellation_details: { comment: null, feedback: null, feedback_option: null, reason: null },
  collection_method: 'charge_automatically',
  customer_account: null,
  days_until_due: null,
  default_source: null,
  default_tax_rates: [],
  discounts: [],
  ended_at: null,
  invoice_settings: {
    account_tax_ids: null,
    custom_fields: null,
    description: null,
    footer: null,
    issuer: { type: 'self' },
  },
  livemode: false,
  managed_payments: { enabled: false },
  next_pending_invoice_item_invoice: null,
  on_behalf_of: null,
  pause_collection: null,
  payment_settings: {
    payment_method_options: null,
    payment_method_types: ['card'],
    save_default_payment_method: 'off',
  },
  pending_invoice_item_interval: null,
  pending_setup_intent: null,
  pending_update: null,
  schedule: null,
  transfer_data: null,
  trial_end: null,
  trial_settings: { end_behavior: { billing_cycle_anchor: null, missing_payment_method: 'create_invoice' } },
  trial_start: null,
} satisfies Partial<Stripe.Subscription>;

function newItem(
  subscription: string,
  { price, quantity }: { price: Stripe.Price; quantity: number },
  now: number,
): Stripe.SubscriptionItem {
  const recurrence = recurrenceOf(price);
  return {
    id: newId('si', 14),
    object: 'subscription_item',
    billing_thresholds: null,
    created: now,
    current_period_end: nextPeriodStart(now, recurrence, now),
    current_period_start: now,
    current_trial: null,
    discounts: [],
    metadata: {},
    plan: toPlan(price, recurrence),
    price,
    quantity,
    subscription,
    tax_rates: [],
  };
}

export const recurrenceOf = ({ recurring }: Stripe.Price): Recurrence =>
  recurring ?? { interval: 'month', interval_count: 1 };

/** The older name of a recurring price, which items still carry. */
const toPlan = (price: Stripe.Price, { interval, interval_count }: Recurrence): Stripe.Plan => ({
  id: price.id,
  object: 'plan',
  active: price.active,
  amount: price.unit_amount,
  amount_decimal: price.unit_amount_decimal,
  billing_scheme: 'per_unit',
  created: price.created,
  currency: price.currency,
  interval,
  interval_count,
  livemode: false,
  metadata: price.metadata,
  meter: null,
  nickname: price.nickname,
  product: price.product,
  tiers_mode: null,
  transform_usage: null,
  trial_period_days: null,
  usage_type: 'licensed',
});

/** All items of one subscription run alike: one interval, one anchor. */
export const periodEndOf = ({ items }: Stripe.Subscription): number => items.data[0]?.current_period_end ?? 0;
