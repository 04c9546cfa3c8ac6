import type { Money } from '../money/money.ts';

export interface AccountBalance {
  account: string;
  currency: string;
  debitMinor: bigint;
  creditMinor: bigint;
  /** Debits less credits. */
  balanceMinor: bigint;
}

export interface TrialBalance {
  /** By currency, then by account. */
  accounts: readonly AccountBalance[];
  /** Debits less credits of each currency: nothing, or the books are wrong. */
  differences: ReadonlyMap<string, bigint>;
}

export function trialBalance(
  entries: Iterable<{ postings: readonly { account: string; amount: Money }[] }>,
): TrialBalance {
  const balances = new Map<string, AccountBalance>();
  const differences = new Map<string, bigint>();
  for (const { postings } of entries)
    for (const { account, amount } of postings) {
      const { currency, amountMinor } = amount;
      const name = `${currency} ${account}`;
      const known = balances.get(name) ?? { account, currency, debitMinor: 0n, creditMinor: 0n, balanceMinor: 0n };
      balances.set(name, {
        ...known,
        debitMinor: known.debitMinor + (amountMinor > 0n ? amountMinor : 0n),
        creditMinor: known.creditMinor - (amountMinor < 0n ? amountMinor : 0n),
        balanceMinor: known.balanceMinor + amountMinor,
      });
      differences.set(currency, (differences.get(currency) ?? 0n) + amountMinor);
    }
  const accounts = [...balances].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, balance]) => balance);
  return { accounts, differences };
}
