import { isoExponent } from '@tessera/commerce/money/iso-exponent.ts';
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
        amountMinor > 0n ? toDecimal(amountMinor, currency) : '',
        amountMinor < 0n ? toDecimal(-amountMinor, currency) : '',
      ]),
    ),
  ]);

function toDecimal(amountMinor: bigint, currency: string): string {
  const exponent = isoExponent(currency);
  const digits = amountMinor.toString().padStart(exponent + 1, '0');
  return exponent === 0 ? digits : `${digits.slice(0, -exponent)}.${digits.slice(-exponent)}`;
}
