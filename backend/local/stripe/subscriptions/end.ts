import type Stripe from 'stripe';
import type { Account } from '../account.ts';

/** Ends a subscription for good. */
export function endSubscription(
  account: Account,
  subscription: Stripe.Subscription,
  reason: 'cancellation_requested' | 'payment_failed',
  request?: Stripe.Event.Request,
): Stripe.Subscription {
  const now = account.now();
  const ended = account.objects.put<Stripe.Subscription>({
    ...subscription,
    canceled_at: subscription.canceled_at ?? now,
    cancellation_details: { comment: null, feedback: null, feedback_option: null, reason },
    ended_at: now,
    status: 'canceled',
  });
  account.events.record('customer.subscription.deleted', ended, request);
  return ended;
}
