import type { MoneyWire } from '@tessera/contracts/money.ts';
import { divideHalfUp } from './rounding.ts';
import type { Rational } from './rational.ts';

/** An amount in minor units of its currency's ISO 4217 exponent. `{ amountMinor: 1299n, currency: 'USD' }` is $12.99. */
export interface Money {
  readonly amountMinor: bigint;
  readonly currency: string;
}

export const money = (amountMinor: bigint, currency: string): Money => ({ amountMinor, currency });

export const zero = (currency: string): Money => money(0n, currency);

/** Throws where the currencies differ: amounts of two currencies never meet. */
export function addMoney(a: Money, b: Money): Money {
  requireSameCurrency(a, b);
  return money(a.amountMinor + b.amountMinor, a.currency);
}

export function subtractMoney(a: Money, b: Money): Money {
  requireSameCurrency(a, b);
  return money(a.amountMinor - b.amountMinor, a.currency);
}

export const sumMoney = (amounts: readonly Money[], currency: string): Money =>
  amounts.reduce(addMoney, zero(currency));

/** Rounds half away from zero to a whole minor unit. */
export const multiplyMoney = (amount: Money, by: Rational): Money =>
  money(divideHalfUp(amount.amountMinor * by.numerator, by.denominator), amount.currency);

export function equalMoney(a: Money, b: Money): boolean {
  return a.currency === b.currency && a.amountMinor === b.amountMinor;
}

export const toWire = ({ amountMinor, currency }: Money): MoneyWire => ({
  amountMinor: amountMinor.toString(),
  currency,
});

export const fromWire = ({ amountMinor, currency }: MoneyWire): Money => money(BigInt(amountMinor), currency);

function requireSameCurrency(a: Money, b: Money): void {
  if (a.currency !== b.currency) throw new RangeError(`${a.currency} does not add to ${b.currency}`);
}
