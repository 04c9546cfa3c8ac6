import { z } from 'zod';

/** What a shop says against a dispute, as the provider takes it. */
export const DisputeEvidence = z.object({
  customerName: z.string(),
  customerEmail: z.string(),
  billingAddress: z.string(),
  productDescription: z.string(),
  serviceDate: z.string(),
  accessLog: z.string(),
  text: z.string(),
});
export type DisputeEvidence = z.infer<typeof DisputeEvidence>;

/** A bank's claim against an order's payment, as the provider last told of it. */
export const DisputeRecord = z.object({
  id: z.string(),
  status: z.enum(['needs_response', 'under_review', 'won', 'lost']),
  /** An inquiry: the money has not been taken back yet. */
  inquiry: z.boolean(),
  reason: z.string(),
  currency: z.string(),
  amountMinor: z.string(),
  openedAt: z.string(),
  dueBy: z.string().exactOptional(),
  /** What the provider was given, or is to be given: `sentAt` says which. */
  evidence: DisputeEvidence.exactOptional(),
  requestedAt: z.string().exactOptional(),
  requestedBy: z.string().exactOptional(),
  sentAt: z.string().exactOptional(),
  /** Why the provider did not take it. */
  failure: z.string().exactOptional(),
});
export type DisputeRecord = z.infer<typeof DisputeRecord>;
