import type { DiscountCandidate } from '@tessera/commerce/discount/discount.ts';
import type { CodeRefusal } from '@tessera/contracts/api/discounts.ts';

export interface DiscountQuestion {
  /** Entered by the buyer. */
  codes: readonly string[];
  /** Absent while the buyer has not signed in. */
  userId: string | undefined;
  /** The buyer's own order that is still to be paid: what it claims is not used up for them. */
  openOrderId: string | undefined;
}

export interface DiscountAnswer {
  open: readonly DiscountCandidate[];
  refused: readonly { code: string; reason: CodeRefusal }[];
}

/** One tenant's discounts, for its buyers. */
export interface Discounts {
  /** Codes of other tenants are unknown, as all others are. Which of the answers count for a cart's lines is the rule's business. */
  findFor(question: DiscountQuestion): Promise<DiscountAnswer>;
}
