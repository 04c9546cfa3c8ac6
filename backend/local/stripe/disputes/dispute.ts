import type Stripe from 'stripe';
import type { Account } from '../account.ts';
import { invalid } from '../api/faults.ts';
import { bookDispute } from '../balance-transactions/transaction.ts';
import { newId } from '../store/ids.ts';
import { emptyEvidence } from './evidence.ts';

export const disputeReasons = [
  'fraudulent',
  'product_not_received',
  'product_unacceptable',
  'subscription_canceled',
  'duplicate',
  'credit_not_processed',
  'general',
] as const;
export type DisputeReason = (typeof disputeReasons)[number];

const answerSeconds = 9 * 24 * 3600;

/** The card's owner goes to the bank. An inquiry asks only; a dispute takes the money back at once. */
export function openDispute(
  account: Account,
  charge: Stripe.Charge,
  { reason, inquiry }: { reason: DisputeReason; inquiry: boolean },
): Stripe.Dispute {
  if (!charge.paid) throw invalid(`Charge ${charge.id} was not paid and cannot be disputed.`, 'charge');
  const amount = charge.amount - charge.amount_refunded;
  if (amount === 0) throw invalid(`Charge ${charge.id} has been refunded.`, 'charge', 'charge_already_refunded');
  const opened = newDispute(account, charge, { amount, reason, inquiry });
  const dispute = account.objects.put(
    inquiry ? opened : { ...opened, balance_transactions: [bookDispute(account, opened, 'withdrawn')] },
  );
  account.objects.put<Stripe.Charge>({ ...charge, disputed: true });
  account.events.record('charge.dispute.created', dispute);
  if (!inquiry) account.events.record('charge.dispute.funds_withdrawn', dispute);
  return dispute;
}

/** What the bank decided; an inquiry that the shop answers well is closed. */
export function closeDispute(account: Account, dispute: Stripe.Dispute, outcome: 'won' | 'lost'): Stripe.Dispute {
  if (isClosed(dispute)) throw invalid('This dispute is already closed');
  const inquiry = dispute.status.startsWith('warning_');
  const reinstated = outcome === 'won' && !inquiry ? [bookDispute(account, dispute, 'reinstated')] : [];
  const closed = account.objects.put<Stripe.Dispute>({
    ...dispute,
    balance_transactions: [...dispute.balance_transactions, ...reinstated],
    status: outcome === 'won' && inquiry ? 'warning_closed' : outcome,
    is_charge_refundable: outcome === 'won' && inquiry,
  });
  account.events.record('charge.dispute.closed', closed);
  if (outcome === 'won' && !inquiry) account.events.record('charge.dispute.funds_reinstated', closed);
  return closed;
}

export const isClosed = ({ status }: Stripe.Dispute): boolean =>
  status === 'won' || status === 'lost' || status === 'warning_closed';

/** A payment whose money is with the bank cannot be refunded as well. */
export const isWithBank = ({ objects }: Account, charge: Stripe.Charge): boolean =>
  objects
    .page('dispute', { match: { charge: charge.id }, limit: 100 })
    .items.some((dispute) => dispute.status !== 'won' && !dispute.status.startsWith('warning_'));

const newDispute = (
  account: Account,
  charge: Stripe.Charge,
  { amount, reason, inquiry }: { amount: number; reason: DisputeReason; inquiry: boolean },
): Stripe.Dispute => ({
  id: newId('du'),
  object: 'dispute',
  amount,
  balance_transactions: [],
  charge: charge.id,
  created: account.now(),
  currency: charge.currency,
  enhanced_eligibility_types: [],
  evidence: emptyEvidence,
  evidence_details: {
    due_by: account.now() + answerSeconds,
    enhanced_eligibility: {},
    has_evidence: false,
    past_due: false,
    submission_count: 0,
    submission_method: 'not_submitted',
  },
  intended_submission_method: null,
  is_charge_refundable: inquiry,
  livemode: false,
  metadata: {},
  payment_intent: charge.payment_intent,
  reason,
  status: inquiry ? 'warning_needs_response' : 'needs_response',
});
