import type Stripe from 'stripe';
import type { Account } from '../account.ts';
import { newId } from '../store/ids.ts';

/** The session's payment intent, made when somebody first tries to pay. */
export function ensureIntent(account: Account, session: Stripe.Checkout.Session): Stripe.PaymentIntent {
  const existing =
    typeof session.payment_intent === 'string'
      ? account.objects.find('payment_intent', session.payment_intent)
      : undefined;
  if (existing) return existing;
  const intent = account.objects.put(newIntent(account, session));
  account.objects.put({ ...session, payment_intent: intent.id });
  account.events.record('payment_intent.created', intent);
  return intent;
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

function newIntent(account: Account, session: Stripe.Checkout.Session): Stripe.PaymentIntent {
  const data = account.paymentIntentData.get(session.id);
  const id = newId('pi');
  return {
    id,
    object: 'payment_intent',
    allowed_payment_method_types: null,
    amount: session.amount_total ?? 0,
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
    currency: session.currency ?? 'usd',
    customer: session.customer,
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
