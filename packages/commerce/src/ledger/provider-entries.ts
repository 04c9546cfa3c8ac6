import { money, type Money } from '../money/money.ts';
import { createEntry, type Account, type LedgerEntry } from './entry.ts';

/** What a movement of the provider's balance was for. */
export type MovementKind = 'charge' | 'refund' | 'refund-failed' | 'dispute' | 'dispute-reversed';

/** One movement of the balance the provider keeps for us. */
export interface Movement {
  id: string;
  kind: MovementKind;
  orderId?: string;
  at: string;
  /** What it adds to the balance before fees, in the currency it is kept in; negative where it takes. */
  amount: Money;
  /** What the provider took of that for itself; negative where it gave some back. */
  feeMinor: bigint;
  /** What the buyer was charged or given, where that was in another currency. Signed as `amount` is. */
  original?: Money;
}

const against: Readonly<Record<MovementKind, Account>> = {
  charge: 'buyer_receivable',
  refund: 'buyer_receivable',
  'refund-failed': 'buyer_receivable',
  dispute: 'dispute_hold',
  'dispute-reversed': 'dispute_hold',
};

/**
 * What buyers owe is what the shop says they bought less what the provider says has come in: where the two agree, it is nothing. A
 * conversion goes through `fx`, so that each currency sums to zero by itself.
 */
export function movementEntry(movement: Movement): LedgerEntry {
  const { id, kind, orderId, at, amount, feeMinor, original } = movement;
  const { amountMinor, currency } = amount;
  const account = against[kind];
  const converted = original !== undefined && original.currency !== currency;
  return createEntry({
    entryId: `movement:${id}`,
    ...(orderId === undefined ? {} : { orderId }),
    at,
    postings: [
      { account: 'psp_clearing', amount: money(amountMinor - feeMinor, currency) },
      { account: 'psp_fee', amount: money(feeMinor, currency) },
      ...(converted
        ? ([
            { account: 'fx', amount: money(-amountMinor, currency) },
            { account: 'fx', amount: original },
            { account, amount: money(-original.amountMinor, original.currency) },
          ] as const)
        : ([{ account, amount: money(-amountMinor, currency) }] as const)),
    ],
  });
}
