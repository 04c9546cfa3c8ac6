import type { MoneyWire } from '@tessera/contracts/money.ts';

const formats = new Map<string, { format: Intl.NumberFormat; digits: number }>();

/** Minor units in the words of a locale, exactly: the decimal string never becomes a float. */
export function formatMoney(money: MoneyWire, locale: string): string {
  const { format, digits } = formatOf(money.currency, locale);
  return format.format(toDecimal(money.amountMinor, digits) as Intl.StringNumericLiteral);
}

/** `toDecimal('-1299', 2)` is `'-12.99'`. */
export function toDecimal(amountMinor: string, digits: number): string {
  const sign = amountMinor.startsWith('-') ? '-' : '';
  const padded = amountMinor.slice(sign.length).padStart(digits + 1, '0');
  const split = padded.length - digits;
  return digits === 0 ? `${sign}${padded}` : `${sign}${padded.slice(0, split)}.${padded.slice(split)}`;
}

/** How many decimals a currency has. */
export const currencyDigits = (currency: string): number => formatOf(currency, 'en').digits;

function formatOf(currency: string, locale: string) {
  const key = `${locale} ${currency}`;
  const known = formats.get(key);
  if (known) return known;
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency });
  const entry = { format, digits: format.resolvedOptions().maximumFractionDigits ?? 2 };
  formats.set(key, entry);
  return entry;
}
