import { fromPspAmount } from '@tessera/commerce/money/psp-amount.ts';
import Stripe from 'stripe';
import type { DisputeEvidence, DisputeRecord } from '../../table/dispute-record.ts';

/** What the provider does with a bank's claim. */
export interface DisputePayments {
  /** The one that decides over the payment: one that is open, else one that was lost, else the latest. */
  find(paymentIntentId: string): Promise<DisputeRecord | undefined>;
  /** Gives the bank what the shop says; it can be given once. */
  answer(disputeId: string, evidence: DisputeEvidence): Promise<{ ok: true } | { ok: false; failure: string }>;
}

export function createDisputePayments(stripe: Stripe): DisputePayments {
  return {
    async find(paymentIntentId) {
      const { data } = await stripe.disputes.list({ payment_intent: paymentIntentId, limit: 100 });
      const disputes = data.map(toDisputeRecord);
      const isOpen = ({ status }: DisputeRecord) => status === 'needs_response' || status === 'under_review';
      return disputes.find(isOpen) ?? disputes.find(({ status }) => status === 'lost') ?? disputes[0];
    },

    async answer(disputeId, evidence) {
      try {
        await stripe.disputes.update(disputeId, { evidence: toEvidence(evidence), submit: true });
        return { ok: true };
      } catch (error) {
        if (!(error instanceof Stripe.errors.StripeInvalidRequestError)) throw error;
        // Two that answer at once: the other one was faster.
        const { evidence_details: given } = await stripe.disputes.retrieve(disputeId);
        return given.submission_count > 0 ? { ok: true } : { ok: false, failure: error.code ?? 'refused' };
      }
    },
  };
}

function toDisputeRecord(dispute: Stripe.Dispute): DisputeRecord {
  const { amountMinor, currency } = fromPspAmount(dispute.amount, dispute.currency);
  const dueBy = dispute.evidence_details.due_by;
  return {
    id: dispute.id,
    status: statusOf(dispute.status),
    inquiry: dispute.status.startsWith('warning_'),
    reason: dispute.reason,
    currency,
    amountMinor: amountMinor.toString(),
    openedAt: toIso(dispute.created),
    ...(dueBy === null ? {} : { dueBy: toIso(dueBy) }),
  };
}

function statusOf(status: Stripe.Dispute.Status): DisputeRecord['status'] {
  switch (status) {
    case 'won':
    case 'warning_closed':
    case 'prevented':
      return 'won';
    case 'lost':
      return 'lost';
    case 'under_review':
    case 'warning_under_review':
    case 'appeal_under_review':
      return 'under_review';
    default:
      return 'needs_response';
  }
}

const toEvidence = (evidence: DisputeEvidence): Stripe.DisputeUpdateParams.Evidence => ({
  customer_name: evidence.customerName,
  customer_email_address: evidence.customerEmail,
  billing_address: evidence.billingAddress,
  product_description: evidence.productDescription,
  service_date: evidence.serviceDate,
  access_activity_log: evidence.accessLog,
  uncategorized_text: evidence.text,
});

const toIso = (seconds: number): string => new Date(seconds * 1000).toISOString();
