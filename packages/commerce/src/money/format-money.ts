import { isoExponent } from './iso-exponent.ts';
import type { Money } from './money.ts';
import { absolute } from './rounding.ts';

/** In the reader's language. Digits come from the bigint itself, so no amount is ever rounded by a float. */
export function formatMoney(amount: Money, locale: string): string {
  const digits = isoExponent(amount.currency);
  return new Intl.NumberFormat(locale, {
    style: 'currency',
    currency: amount.currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(toDecimal(amount));
}

/** `12.99`: the amount in major units as an exact decimal. */
export function toDecimal({ amountMinor, currency }: Money): `${number}` {
  const digits = isoExponent(currency);
  const text = absolute(amountMinor)
    .toString()
    .padStart(digits + 1, '0');
  const split = text.length - digits;
  const decimal = digits === 0 ? text : `${text.slice(0, split)}.${text.slice(split)}`;
  return `${amountMinor < 0n ? '-' : ''}${decimal}` as `${number}`;
}
