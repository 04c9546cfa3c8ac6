import type { Money } from '../money/money.ts';

/**
 * Whose money it is. Debits are positive: what the payment provider holds for us, what buyers owe; credits are negative: what is owed to
 * creators and authorities.
 */
export type Account =
  | 'psp_clearing'
  | 'psp_fee'
  | 'buyer_receivable'
  | 'dispute_hold'
  | 'fx'
  | `tax_payable:${string}`
  | `creator:${string}:pending`;

export interface Posting {
  account: Account;
  /** Positive for a debit, negative for a credit; never nothing. */
  amount: Money;
}

/** One thing that happened. It is never changed; what was wrong is reversed by another. */
export interface LedgerEntry {
  /** A permanent business key, so that nothing is entered twice: `sale:ord_…`, `refund:ord_…:1:7`. */
  entryId: string;
  orderId?: string;
  /** ISO instant. */
  at: string;
  postings: readonly Posting[];
}

/** Leaves out what is nothing; throws where less than two postings are left, or those of one currency do not sum to zero. */
export function createEntry(entry: LedgerEntry): LedgerEntry {
  const postings = entry.postings.filter(({ amount }) => amount.amountMinor !== 0n);
  if (postings.length < 2) throw new RangeError(`${entry.entryId} has ${postings.length} postings`);
  for (const [currency, sum] of sumByCurrency(postings))
    if (sum !== 0n) throw new RangeError(`${entry.entryId} is ${sum} ${currency} out of balance`);
  return { ...entry, postings };
}

/** The same with the signs turned, under an id of its own. */
export const reverse = (entry: LedgerEntry, entryId: string, at: string): LedgerEntry =>
  createEntry({
    ...entry,
    entryId,
    at,
    postings: entry.postings.map(({ account, amount }) => ({
      account,
      amount: { ...amount, amountMinor: -amount.amountMinor },
    })),
  });

export function sumByCurrency(postings: readonly Posting[]): Map<string, bigint> {
  const sums = new Map<string, bigint>();
  for (const { amount } of postings) sums.set(amount.currency, (sums.get(amount.currency) ?? 0n) + amount.amountMinor);
  return sums;
}
