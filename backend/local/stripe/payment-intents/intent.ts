import type Stripe from 'stripe';
import type { Account } from '../account.ts';
import { newId } from '../store/ids.ts';
import type { PaymentIntentData } from './data.ts';

/** The session's payment intent, made when somebody first tries to pay. */
export function ensureIntent(account: Account, session: Stripe.Checkout.Session): Stripe.PaymentIntent {
  const existing = findIntent(account, session);
  if (existing) return existing;
  const { amount_total: amount, currency, customer, id } = session;
  const intent = account.objects.put(
    newIntent(
      account,
      { amount: amount ?? 0, currency: currency ?? 'usd', customer },
      account.paymentIntentData.get(id),
    ),
  );
  // A session that begins a subscription has an invoice, and that one has the intent.
  if (session.mode === 'subscription')
    account.subscriptionData.set(id, { ...account.subscriptionData.get(id), intent: intent.id });
  else account.objects.put({ ...session, payment_intent: intent.id });
  account.events.record('payment_intent.created', intent);
  return intent;
}

export function findIntent(account: Account, session: Stripe.Checkout.Session): Stripe.PaymentIntent | undefined {
  const id = session.mode === 'subscription' ? account.subscriptionData.get(session.id).intent : session.payment_intent;
  return typeof id === 'string' ? account.objects.find('payment_intent', id) : undefined;
}

export function cancelIntent(account: Account, id: string): void {
  const intent = account.objects.find('payment_intent', id);
  if (!intent || intent.status === 'succeeded' || intent.status === 'canceled') return;
  const canceled = account.objects.put<Stripe.PaymentIntent>({
    ...intent,
    status: 'canceled',
    canceled_at: account.now(),
    cancellation_reason: 'automatic',
    next_action: null,
  });
  account.events.record('payment_intent.canceled', canceled);
}

interface IntentInput {
  amount: number;
  currency: string;
  customer: Stripe.PaymentIntent['customer'];
}

export function newIntent(
  account: Account,
  { amount, currency, customer }: IntentInput,
  data: PaymentIntentData = {},
): Stripe.PaymentIntent {
  const id = newId('pi');
  return {
    id,
    object: 'payment_intent',
    allowed_payment_method_types: null,
    amount,
    amount_capturable: 0,
    amount_details: { tip: {} },
    amount_received: 0,
    application: null,
    application_fee_amount: null,
    automatic_payment_methods: null,
    canceled_at: null,
    cancellation_reason: null,
    capture_method: 'automatic_async',
    client_secret: newId(`${id}_secret`),
    confirmation_method: 'automatic',
    created: account.now(),
    currency,
    customer,
    customer_account: null,
    description: data.description ?? null,
    excluded_payment_method_types: null,
    last_payment_error: null,
    latest_charge: null,
    livemode: false,
    managed_payments: { enabled: false },
    metadata: data.metadata ?? {},
    next_action: null,
    on_behalf_of: null,
    payment_method: null,
    payment_method_configuration_details: null,
    payment_method_options: {
      card: { installments: null, mandate_options: null, network: null, request_three_d_secure: 'automatic' },
    },
    payment_method_types: ['card'],
    payment_record: null,
    processing: null,
    receipt_email: data.receipt_email ?? null,
    review: null,
    setup_future_usage: null,
    shipping: null,
    source: null,
    statement_descriptor: data.statement_descriptor ?? null,
    statement_descriptor_suffix: data.statement_descriptor_suffix ?? null,
    status: 'requires_payment_method',
    transfer_data: null,
    transfer_group: data.transfer_group ?? null,
  };
}
