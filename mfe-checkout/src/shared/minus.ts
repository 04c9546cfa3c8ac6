import type { MoneyWire } from '@tessera/contracts/money.ts';

/** What is taken off, as it is written: with its sign. */
export const minus = ({ amountMinor, currency }: MoneyWire): MoneyWire => ({
  amountMinor: amountMinor.startsWith('-') ? amountMinor : `-${amountMinor}`,
  currency,
});
