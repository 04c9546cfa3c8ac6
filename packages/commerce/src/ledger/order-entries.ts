import { money } from '../money/money.ts';
import { createEntry, type Account, type LedgerEntry, type Posting } from './entry.ts';

export interface TaxShare {
  /** `DE`, `US-CA`. */
  jurisdiction: string;
  taxMinor: bigint;
}

export interface Sold {
  orderId: string;
  at: string;
  currency: string;
  /** All that the buyer gives, tax included. */
  totalMinor: bigint;
  taxes: readonly TaxShare[];
  creatorId: string;
}

/** What is left of a sale after its taxes is its creator's; pending, for it may go back. */
export function saleEntry(sold: Sold): LedgerEntry {
  const { orderId, at, currency, totalMinor, taxes, creatorId } = sold;
  return createEntry({
    entryId: `sale:${orderId}`,
    orderId,
    at,
    postings: [
      { account: 'buyer_receivable', amount: money(totalMinor, currency) },
      ...earnings({ totalMinor, taxes, creatorId, currency }, -1n),
    ],
  });
}

export type GivenBack = Sold & { entryId: string };

/** A refund takes from the creator and the authorities what the sale had given them for it. */
export function refundEntry(given: GivenBack): LedgerEntry {
  const { entryId, orderId, at, currency, totalMinor, taxes, creatorId } = given;
  return createEntry({
    entryId,
    orderId,
    at,
    postings: [
      ...earnings({ totalMinor, taxes, creatorId, currency }, 1n),
      { account: 'buyer_receivable', amount: money(-totalMinor, currency) },
    ],
  });
}

/** The creator bears what a lost dispute took; the tax stays declared until an authority says otherwise. */
export function disputeLostEntry(lost: {
  entryId: string;
  orderId: string;
  at: string;
  currency: string;
  amountMinor: bigint;
  creatorId: string;
}): LedgerEntry {
  const { entryId, orderId, at, currency, amountMinor, creatorId } = lost;
  return createEntry({
    entryId,
    orderId,
    at,
    postings: [
      { account: `creator:${creatorId}:pending`, amount: money(amountMinor, currency) },
      { account: 'dispute_hold', amount: money(-amountMinor, currency) },
    ],
  });
}

function earnings(
  { totalMinor, taxes, creatorId, currency }: Pick<Sold, 'totalMinor' | 'taxes' | 'creatorId' | 'currency'>,
  sign: 1n | -1n,
): Posting[] {
  const byJurisdiction = new Map<string, bigint>();
  for (const { jurisdiction, taxMinor } of taxes)
    byJurisdiction.set(jurisdiction, (byJurisdiction.get(jurisdiction) ?? 0n) + taxMinor);
  const tax = [...byJurisdiction.values()].reduce((sum, amount) => sum + amount, 0n);
  const posting = (account: Account, amountMinor: bigint): Posting => ({
    account,
    amount: money(sign * amountMinor, currency),
  });
  return [
    ...[...byJurisdiction].map(([jurisdiction, amount]) => posting(`tax_payable:${jurisdiction}`, amount)),
    posting(`creator:${creatorId}:pending`, totalMinor - tax),
  ];
}
