import type Stripe from 'stripe';
import type { Account } from '../account.ts';
import { bookCharge } from '../balance-transactions/transaction.ts';
import { findSession } from '../checkout-sessions/session.ts';
import { noteRedemption } from '../coupons/redeem.ts';
import { newCustomer } from '../customers/customer.ts';
import { ensureIntent, findIntent } from '../payment-intents/intent.ts';
import { openDispute } from '../disputes/dispute.ts';
import { inTransaction } from '../store/database.ts';
import type { CardDetails } from './card-form.ts';
import { newCharge } from './charge.ts';
import { toAuthenticationError, toPaymentError } from './decline.ts';
import { beginSubscription } from './begin-subscription.ts';
import { newPaymentMethod } from './payment-method.ts';
import { behaviourOf, type Decline } from './test-cards.ts';

export type PayResult =
  | { reason: 'paid'; session: Stripe.Checkout.Session }
  | { reason: 'challenge'; session: Stripe.Checkout.Session }
  | { reason: 'declined'; session: Stripe.Checkout.Session; decline: Decline }
  | { reason: 'authentication-failed'; session: Stripe.Checkout.Session }
  | { reason: 'no-challenge'; session: Stripe.Checkout.Session }
  | { reason: 'closed'; session: Stripe.Checkout.Session }
  | { reason: 'unknown' };

/** Charges the session's total once: a session that is complete answers `closed`, however often it is asked. */
export function pay(account: Account, sessionId: string, card: CardDetails): PayResult {
  return inTransaction(account.db, () => {
    const session = findSession(account, sessionId);
    if (!session) return { reason: 'unknown' };
    if (session.status !== 'open') return { reason: 'closed', session };
    const intent = ensureIntent(account, session);
    const method = account.objects.put(newPaymentMethod(card, account.now()));
    const current = account.objects.find('checkout.session', session.id) ?? session;
    const attempt = { session: current, intent, method };
    const { challenge, decline, dispute } = behaviourOf(card.number);
    if (challenge) return startChallenge(account, attempt, decline);
    if (decline) return refuse(account, attempt, decline, false);
    const paid = succeed(account, attempt, false);
    const charge = dispute && chargeOf(account, intent.id);
    if (charge) openDispute(account, charge, dispute);
    return paid;
  });
}

/** Ends a 3-D Secure challenge the way the buyer chose. */
export function answerChallenge(account: Account, sessionId: string, passed: boolean): PayResult {
  return inTransaction(account.db, () => {
    const session = findSession(account, sessionId);
    if (!session) return { reason: 'unknown' };
    if (session.status !== 'open') return { reason: 'closed', session };
    const intent = findIntent(account, session);
    const method = account.objects.find('payment_method', String(intent?.payment_method));
    if (intent?.status !== 'requires_action' || !method) return { reason: 'no-challenge', session };
    const attempt = { session, intent, method };
    if (!passed) return failChallenge(account, attempt);
    const decline = account.challenges.take(intent.id);
    return decline ? refuse(account, attempt, decline, true) : succeed(account, attempt, true);
  });
}

const chargeOf = ({ objects }: Account, intent: string): Stripe.Charge | undefined =>
  objects.page('charge', { match: { payment_intent: intent, paid: true }, limit: 1 }).items[0];

interface Attempt {
  session: Stripe.Checkout.Session;
  intent: Stripe.PaymentIntent;
  method: Stripe.PaymentMethod;
}

function succeed(account: Account, { session, intent, method }: Attempt, authenticated: boolean): PayResult {
  const { now, objects, events, publicOrigin } = account;
  const charge = objects.put(
    bookCharge(account, newCharge({ intent, method, created: now(), publicOrigin, authenticated })),
  );
  const customer = session.customer ?? createdCustomer(account, session, method);
  const paid = objects.put<Stripe.PaymentIntent>({
    ...intent,
    amount_received: intent.amount,
    customer,
    last_payment_error: null,
    latest_charge: charge.id,
    next_action: null,
    payment_method: method.id,
    status: 'succeeded',
  });
  const begun =
    session.mode === 'subscription' && customer
      ? beginSubscription(account, { session, intent: paid, method, customer: String(customer) })
      : {};
  const complete = objects.put<Stripe.Checkout.Session>({
    ...session,
    ...begun,
    customer,
    customer_details: toCustomerDetails(method),
    payment_status: 'paid',
    status: 'complete',
    url: null,
  });
  noteRedemption(account, session);
  events.record('charge.succeeded', charge);
  events.record('payment_intent.succeeded', paid);
  events.record('checkout.session.completed', complete);
  return { reason: 'paid', session: complete };
}

function refuse(account: Account, attempt: Attempt, decline: Decline, authenticated: boolean): PayResult {
  const { session, intent, method } = attempt;
  const { now, objects, events, publicOrigin } = account;
  const charge = objects.put(newCharge({ intent, method, created: now(), publicOrigin, authenticated, decline }));
  events.record('charge.failed', charge);
  failIntent(account, { ...intent, latest_charge: charge.id }, toPaymentError(decline, charge, method));
  return { reason: 'declined', session, decline };
}

function failChallenge(account: Account, { session, intent, method }: Attempt): PayResult {
  account.challenges.take(intent.id);
  failIntent(account, intent, toAuthenticationError(method));
  return { reason: 'authentication-failed', session };
}

function failIntent(
  account: Account,
  intent: Stripe.PaymentIntent,
  error: Stripe.PaymentIntent.LastPaymentError,
): void {
  const failed = account.objects.put<Stripe.PaymentIntent>({
    ...intent,
    last_payment_error: error,
    next_action: null,
    payment_method: null,
    status: 'requires_payment_method',
  });
  account.events.record('payment_intent.payment_failed', failed);
}

function startChallenge(account: Account, { session, intent, method }: Attempt, decline?: Decline): PayResult {
  const waiting = account.objects.put<Stripe.PaymentIntent>({
    ...intent,
    next_action: {
      type: 'redirect_to_url',
      redirect_to_url: {
        return_url: session.url,
        url: `${account.publicOrigin}/c/pay/${session.id}/challenge`,
      },
    },
    payment_method: method.id,
    status: 'requires_action',
  });
  account.challenges.start(intent.id, decline);
  account.events.record('payment_intent.requires_action', waiting);
  return { reason: 'challenge', session };
}

function createdCustomer(
  account: Account,
  session: Stripe.Checkout.Session,
  method: Stripe.PaymentMethod,
): string | null {
  if (session.customer_creation !== 'always' && session.mode !== 'subscription') return null;
  const { email, name } = method.billing_details;
  const customer = account.objects.put(newCustomer({ email, name }, account.now()));
  account.events.record('customer.created', customer);
  return customer.id;
}

const toCustomerDetails = ({
  billing_details: given,
}: Stripe.PaymentMethod): Stripe.Checkout.Session.CustomerDetails => ({
  address: given.address,
  business_name: null,
  email: given.email,
  individual_name: null,
  name: given.name,
  phone: null,
  tax_exempt: 'none',
  tax_ids: [],
});
