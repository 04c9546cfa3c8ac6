import type { CodeRefusal, DiscountRule } from '@tessera/contracts/api/discounts.ts';

/** A line as discounts see it: at its price, before any of them. */
export interface DiscountLine {
  id: string;
  workId: string;
  /** Of the work: `album`. */
  kind: string;
  quantity: number;
  unitMinor: bigint;
  /** Charged again and again. */
  renews: boolean;
  /** Sent by a carrier. */
  delivered: boolean;
}

/** A discount that may count here. */
export interface DiscountCandidate {
  discountId: string;
  /** Entered by the buyer; absent where it comes by itself. */
  code?: string;
  /** The code works once. */
  singleUse: boolean;
  rule: DiscountRule;
}

export interface DiscountContext {
  currency: string;
  /** ISO instant. */
  at: string;
}

/** What one discount takes off. */
export interface AppliedDiscount extends DiscountCandidate {
  /** By line; lines that it takes nothing off are left out. */
  shares: ReadonlyMap<string, bigint>;
  amountMinor: bigint;
  freeDelivery: boolean;
}

export interface DiscountOutcome {
  applied: readonly AppliedDiscount[];
  /** Taken off each line, all discounts together. */
  lineMinor: ReadonlyMap<string, bigint>;
  totalMinor: bigint;
  freeDelivery: boolean;
  /** Codes that take nothing off, and why. */
  refused: readonly { code: string; reason: CodeRefusal }[];
}

export const noDiscounts: DiscountOutcome = {
  applied: [],
  lineMinor: new Map(),
  totalMinor: 0n,
  freeDelivery: false,
  refused: [],
};
