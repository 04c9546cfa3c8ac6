import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { MoneyWire } from '../money.ts';

/** What the shop says against a bank's claim. The bank reads no more of each than this. */
export const DisputeEvidence = z
  .object({
    customerName: z.string().trim().max(200),
    customerEmail: z.string().trim().max(200),
    billingAddress: z.string().trim().max(500),
    productDescription: z.string().trim().max(20_000),
    serviceDate: z.string().trim().max(40),
    accessLog: z.string().trim().max(20_000),
    text: z.string().trim().min(1).max(20_000),
  })
  .meta({ id: 'DisputeEvidence' });

export const DisputeView = z
  .object({
    id: z.string(),
    status: z.enum(['needs_response', 'under_review', 'won', 'lost']),
    /** The bank asks only; no money has been taken back yet. */
    inquiry: z.boolean(),
    reason: z.string(),
    amount: MoneyWire,
    openedAt: z.iso.datetime(),
    dueBy: z.iso.datetime().optional(),
    /** What was said; before that, what the order itself says for the shop. */
    evidence: DisputeEvidence,
    requestedAt: z.iso.datetime().optional(),
    sentAt: z.iso.datetime().optional(),
    /** Why the payment provider did not take it. */
    failure: z.string().optional(),
  })
  .meta({ id: 'Dispute' });

export const disputesApi = {
  answerDispute: endpoint({
    method: 'post',
    path: '/api/admin/orders/{id}/dispute/answer',
    summary: 'Has the bank told what the shop says, which can be done once',
    params: z.object({ id: z.string().max(80) }),
    body: z.object({ disputeId: z.string().max(80), evidence: DisputeEvidence }),
    ok: { 202: DisputeView },
    errors: [401, 403, 404, 409],
    security: 'role',
  }),
};
