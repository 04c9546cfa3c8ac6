import type { MoneyWire } from '@tessera/contracts/money.ts';
import { keepEach } from './keep-each.ts';

export interface Formats {
  money(amount: MoneyWire): string;
  number(value: number, options?: Intl.NumberFormatOptions): string;
  /** An ISO date or date-time. Days are those of UTC, so that server and browser agree. */
  date(iso: string, style?: 'short' | 'medium' | 'long'): string;
  dateTime(iso: string): string;
  bytes(bytes: number): string;
  /** `3:07` or `1:02:45`. */
  duration(seconds: number): string;
  list(items: readonly string[]): string;
  /** Name of a country or currency in the visitor's language. */
  nameOf(code: string, type: 'region' | 'currency' | 'language'): string;
}

const byteUnits = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

const numbers = keepEach(
  (locale, options: Intl.NumberFormatOptions | undefined) => new Intl.NumberFormat(locale, options),
);
const dates = keepEach((locale, options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, options));
const lists = keepEach((locale, options: Intl.ListFormatOptions) => new Intl.ListFormat(locale, options));
const names = keepEach((locale, options: Intl.DisplayNamesOptions) => new Intl.DisplayNames(locale, options));

/** Formats of one locale, all by `Intl`. */
export function createFormats(locale: string): Formats {
  const number = (value: number, options?: Intl.NumberFormatOptions) => numbers(locale, options).format(value);
  return {
    number,
    money: ({ amountMinor, currency }) => formatMoney(locale, amountMinor, currency),
    date: (iso, style = 'medium') => dates(locale, { dateStyle: style, timeZone: 'UTC' }).format(new Date(iso)),
    dateTime: (iso) =>
      dates(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' }).format(new Date(iso)),
    bytes(bytes) {
      const power = Math.min(byteUnits.length - 1, bytes < 1000 ? 0 : Math.floor(Math.log10(bytes) / 3));
      const unit = byteUnits[power] ?? 'byte';
      return number(bytes / 1000 ** power, { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: 1 });
    },
    duration: (seconds) => formatDuration(locale, seconds),
    list: (items) => lists(locale, { type: 'conjunction' }).format(items),
    nameOf: (code, type) => names(locale, { type }).of(code) ?? code,
  };
}

function formatMoney(locale: string, amountMinor: string, currency: string): string {
  const format = numbers(locale, { style: 'currency', currency });
  const exponent = format.resolvedOptions().maximumFractionDigits ?? 2;
  const negative = amountMinor.startsWith('-');
  const digits = amountMinor.replace('-', '').padStart(exponent + 1, '0');
  const whole = digits.slice(0, digits.length - exponent);
  const fraction = exponent === 0 ? '' : `.${digits.slice(-exponent)}`;
  // A decimal string, because a float loses cents; Intl takes one as it stands.
  return format.format(`${negative ? '-' : ''}${whole}${fraction}` as Intl.StringNumericLiteral);
}

function formatDuration(locale: string, seconds: number): string {
  const total = Math.round(seconds);
  const parts = total >= 3600 ? [Math.floor(total / 3600), Math.floor(total / 60) % 60] : [Math.floor(total / 60)];
  const two = numbers(locale, { minimumIntegerDigits: 2, useGrouping: false });
  const one = numbers(locale, { useGrouping: false });
  const [first = 0, ...rest] = [...parts, total % 60];
  return [one.format(first), ...rest.map((part) => two.format(part))].join(':');
}
