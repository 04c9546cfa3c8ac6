import { trialBalance } from '@tessera/commerce/ledger/trial-balance.ts';
import type { Books } from '@tessera/contracts/api/books.ts';
import type { z } from 'zod';
import type { LedgerItem } from '../../table/ledger-reader.ts';

const receivableAccount = 'buyer_receivable';

/** `around` has the entries of the months before and after as well: a payment may reach the provider's balance a day later. */
export function toBooks(month: string, around: readonly LedgerItem[]): z.infer<typeof Books> {
  const own = around.filter(({ at }) => at.startsWith(month));
  const { accounts, differences } = trialBalance(own);
  return {
    month,
    accounts: accounts.map(({ account, currency, debitMinor, creditMinor, balanceMinor }) => ({
      account,
      debit: { amountMinor: debitMinor.toString(), currency },
      credit: { amountMinor: creditMinor.toString(), currency },
      balance: { amountMinor: balanceMinor.toString(), currency },
    })),
    balanced: [...differences.values()].every((difference) => difference === 0n),
    open: openOrders(own, around),
  };
}

function openOrders(own: readonly LedgerItem[], around: readonly LedgerItem[]): z.infer<typeof Books>['open'] {
  const ofMonth = new Set(own.map(({ orderId }) => orderId));
  const byOrder = Map.groupBy(around, ({ orderId }) => orderId);
  return [...byOrder].flatMap(([orderId, entries]) => {
    if (orderId === undefined || !ofMonth.has(orderId)) return [];
    return trialBalance(entries)
      .accounts.filter(({ account, balanceMinor }) => account === receivableAccount && balanceMinor !== 0n)
      .map(({ currency, balanceMinor }) => ({
        orderId,
        receivable: { amountMinor: balanceMinor.toString(), currency },
      }));
  });
}
