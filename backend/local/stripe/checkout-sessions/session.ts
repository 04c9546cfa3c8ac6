import type Stripe from 'stripe';
import type { Account } from '../account.ts';
import { cancelIntent, findIntent } from '../payment-intents/intent.ts';

/** A session as it stands now: one whose time has come is expired on the way. */
export function findSession(account: Account, id: string): Stripe.Checkout.Session | undefined {
  const session = account.objects.find('checkout.session', id);
  if (session?.status === 'open' && session.expires_at <= account.now()) return expireSession(account, session);
  return session;
}

/** Closes an open session for good: its page takes no payment any more. */
export function expireSession(
  account: Account,
  session: Stripe.Checkout.Session,
  request?: Stripe.Event.Request,
): Stripe.Checkout.Session {
  const expired = account.objects.put<Stripe.Checkout.Session>({ ...session, status: 'expired', url: null });
  const intent = findIntent(account, session);
  if (intent) cancelIntent(account, intent.id);
  account.events.record('checkout.session.expired', expired, request);
  return expired;
}

/** Expires what nobody looks at, so that its webhook comes in time. */
export function expireDue(account: Account): void {
  for (const session of account.objects.page('checkout.session', { match: { status: 'open' }, limit: 500 }).items)
    findSession(account, session.id);
}
