import { expect, it } from 'vitest';
import { formatMoney } from './format-money.ts';

it.each([
  ['1299', 'USD', 'en', '$12.99'],
  ['5', 'EUR', 'en', '€0.05'],
  ['-1299', 'EUR', 'de', '-12,99\u00a0€'],
  ['500', 'JPY', 'en', '¥500'],
  ['1234', 'KWD', 'en', 'KWD\u00a01.234'],
  ['900719925474099301', 'USD', 'en', '$9,007,199,254,740,993.01'],
])('writes %s minor units of %s in %s as %s', (amountMinor, currency, locale, text) => {
  expect(formatMoney({ amountMinor, currency }, locale)).toBe(text);
});
