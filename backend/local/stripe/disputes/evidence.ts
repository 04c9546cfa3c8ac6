import type Stripe from 'stripe';
import { z } from 'zod';
import type { Account } from '../account.ts';
import { invalid } from '../api/faults.ts';
import { bool, mergeMetadata, metadata } from '../api/params.ts';
import { closeDispute, isClosed } from './dispute.ts';

const words = z.string().max(20_000).optional();

/** What can be said in words; files are not kept by this server. */
const evidenceShape = {
  access_activity_log: words,
  billing_address: words,
  cancellation_policy_disclosure: words,
  cancellation_rebuttal: words,
  customer_email_address: words,
  customer_name: words,
  customer_purchase_ip: words,
  duplicate_charge_explanation: words,
  duplicate_charge_id: words,
  product_description: words,
  refund_policy_disclosure: words,
  refund_refusal_explanation: words,
  service_date: words,
  shipping_address: words,
  shipping_carrier: words,
  shipping_date: words,
  shipping_tracking_number: words,
  uncategorized_text: words,
};

export const updateDisputeParams = z.strictObject({
  evidence: z.strictObject(evidenceShape).optional(),
  metadata: metadata.optional(),
  submit: bool.default(true),
});

export const emptyEvidence: Stripe.Dispute.Evidence = {
  access_activity_log: null,
  billing_address: null,
  cancellation_policy: null,
  cancellation_policy_disclosure: null,
  cancellation_rebuttal: null,
  customer_communication: null,
  customer_email_address: null,
  customer_name: null,
  customer_purchase_ip: null,
  customer_signature: null,
  duplicate_charge_documentation: null,
  duplicate_charge_explanation: null,
  duplicate_charge_id: null,
  enhanced_evidence: {},
  product_description: null,
  receipt: null,
  refund_policy: null,
  refund_policy_disclosure: null,
  refund_refusal_explanation: null,
  service_date: null,
  service_documentation: null,
  shipping_address: null,
  shipping_carrier: null,
  shipping_date: null,
  shipping_documentation: null,
  shipping_tracking_number: null,
  uncategorized_file: null,
  uncategorized_text: null,
};

/** What the shop says is kept, and given to the bank once. Two words decide at once, as they do in Stripe's own test mode. */
export function updateDispute(
  account: Account,
  dispute: Stripe.Dispute,
  { evidence, metadata: change, submit }: z.infer<typeof updateDisputeParams>,
  request?: Stripe.Event.Request,
): Stripe.Dispute {
  if (evidence && (isClosed(dispute) || dispute.evidence_details.submission_count > 0))
    throw invalid('This dispute can no longer be updated with evidence', 'evidence');
  const given = submit && evidence !== undefined;
  const said = Object.fromEntries(Object.entries(evidence ?? {}).map(([name, text]) => [name, text || null]));
  const updated = account.objects.put<Stripe.Dispute>({
    ...dispute,
    evidence: { ...dispute.evidence, ...said },
    evidence_details: {
      ...dispute.evidence_details,
      has_evidence: evidence !== undefined || dispute.evidence_details.has_evidence,
      ...(given ? { submission_count: 1, submission_method: 'manual' } : {}),
    },
    metadata: mergeMetadata(dispute.metadata, change),
    ...(given ? { status: dispute.status.startsWith('warning_') ? 'warning_under_review' : 'under_review' } : {}),
  });
  account.events.record('charge.dispute.updated', updated, request);
  const verdict = given ? verdicts[evidence?.uncategorized_text ?? ''] : undefined;
  return verdict ? closeDispute(account, updated, verdict) : updated;
}

const verdicts: Readonly<Record<string, 'won' | 'lost'>> = { winning_evidence: 'won', losing_evidence: 'lost' };
