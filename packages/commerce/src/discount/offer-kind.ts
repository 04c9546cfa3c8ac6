import type { CodeRefusal } from '@tessera/contracts/api/discounts.ts';
import type { DiscountLine } from './discount.ts';

/** A line that a discount concerns, and what others have left of it. */
export interface OpenLine extends DiscountLine {
  leftMinor: bigint;
}

/** How one kind of offer reckons. */
export interface OfferKind<Offer> {
  /** Why it can take nothing off these lines, whatever else is true of them. */
  refusal(offer: Offer, lines: readonly DiscountLine[], currency: string): CodeRefusal | undefined;
  /** What it takes off each line, by its id; never more than is left. The order of the lines changes nothing. */
  reduce(offer: Offer, lines: readonly OpenLine[], currency: string): ReadonlyMap<string, bigint>;
}
