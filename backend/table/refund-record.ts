import { z } from 'zod';

const Minor = z.string().regex(/^\d+$/);

/** What a refund gives back of one line of its order, or of the delivery; a tax for each of the order's tax lines. */
const Share = z.object({
  id: z.string(),
  quantity: z.int().nonnegative(),
  grossMinor: Minor,
  taxMinor: z.array(Minor),
});

/** Tokens taken out of a wallet, lot by lot. */
export const Withdrawn = z.array(z.object({ lotId: z.string(), tokens: z.int().nonnegative() }));
export type Withdrawn = z.infer<typeof Withdrawn>;

export const RefundRecord = z.object({
  tenantId: z.string(),
  orderId: z.string(),
  /** The n-th of its order. */
  n: z.int().positive(),
  /** `refund:<order>:<n>`: the provider is asked under it, now and in a year. */
  key: z.string(),
  state: z.enum(['requested', 'succeeded', 'failed']),
  currency: z.string(),
  amountMinor: Minor,
  shares: z.array(Share),
  /** Whether its pieces go back on the shelf. */
  restock: z.boolean(),
  reason: z.string().exactOptional(),
  requestedAt: z.string(),
  /** User id, or `provider` where it was made in the provider's dashboard. */
  requestedBy: z.string(),
  providerId: z.string().exactOptional(),
  settledAt: z.string().exactOptional(),
  /** The provider's word for why it failed. */
  failure: z.string().exactOptional(),
  /** Tokens it took out of the buyer's wallet. */
  withdrawn: Withdrawn.exactOptional(),
  /** Pieces that went back on the shelf with it; they stay there if it fails, for they are in the shop's hands. */
  shelved: z.array(z.object({ productId: z.string(), quantity: z.int().positive() })).exactOptional(),
  creditNoteNumber: z.string().exactOptional(),
  /** The invoice that took the credit note back, because the money never arrived. */
  cancelledBy: z.string().exactOptional(),
  noticeSentAt: z.string().exactOptional(),
});
export type RefundRecord = z.infer<typeof RefundRecord>;

export const refundKeyOf = (orderId: string, n: number): string => `refund:${orderId}:${n}`;
