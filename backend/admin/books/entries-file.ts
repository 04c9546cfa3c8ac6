import { toDecimal } from '@tessera/commerce/money/format-money.ts';
import { money } from '@tessera/commerce/money/money.ts';
import type { LedgerItem } from '../../table/ledger-reader.ts';
import { toCsv } from './csv.ts';

const head = ['entry', 'at', 'order', 'account', 'currency', 'debit', 'credit'];

/** One line for each posting, amounts in whole units of their currency. */
export const toEntriesFile = (entries: readonly LedgerItem[]): string =>
  toCsv([
    head,
    ...entries.flatMap(({ entryId, at, orderId = '', postings }) =>
      postings.map(({ account, amount: { amountMinor, currency } }) => [
        entryId,
        at,
        orderId,
        account,
        currency,
        amountMinor > 0n ? toDecimal(money(amountMinor, currency)) : '',
        amountMinor < 0n ? toDecimal(money(-amountMinor, currency)) : '',
      ]),
    ),
  ]);
