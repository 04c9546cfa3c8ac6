import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allocate } from './allocate.ts';
import { formatMoney, toDecimal } from './format-money.ts';
import { addMoney, fromWire, money, multiplyMoney, subtractMoney, sumMoney, toWire } from './money.ts';
import { fromPspAmount, toPspAmount } from './psp-amount.ts';
import { parseDecimal, percent, rational } from './rational.ts';
import { absolute, divideHalfUp } from './rounding.ts';

const seed = 20;
const amounts = fc.bigInt({ min: -(10n ** 17n), max: 10n ** 17n });
const currencies = fc.constantFrom('USD', 'EUR', 'JPY', 'KWD', 'HUF', 'ISK', 'UGX', 'MGA', 'CLF');

describe('money', () => {
  test('comes back from the wire as it went', () => {
    fc.assert(
      fc.property(amounts, currencies, (amountMinor, currency) => {
        expect(fromWire(toWire({ amountMinor, currency }))).toEqual({ amountMinor, currency });
      }),
      { seed },
    );
  });

  test('adds and subtracts within one currency only', () => {
    expect(addMoney(money(1n, 'EUR'), money(2n, 'EUR'))).toEqual(money(3n, 'EUR'));
    expect(subtractMoney(money(1n, 'EUR'), money(2n, 'EUR'))).toEqual(money(-1n, 'EUR'));
    expect(sumMoney([], 'EUR')).toEqual(money(0n, 'EUR'));
    expect(() => addMoney(money(1n, 'EUR'), money(1n, 'USD'))).toThrow(RangeError);
  });

  test.each([
    [5n, 2n, 3n],
    [-5n, 2n, -3n],
    [4n, 3n, 1n],
    [-4n, 3n, -1n],
    [5n, -2n, -3n],
    [0n, 7n, 0n],
  ])('%d / %d rounds half away from zero to %d', (numerator, denominator, expected) => {
    expect(divideHalfUp(numerator, denominator)).toBe(expected);
  });

  test('rounding is never off by more than half a unit, and symmetric', () => {
    fc.assert(
      fc.property(amounts, fc.bigInt({ min: 1n, max: 10n ** 9n }), (n, d) => {
        const rounded = divideHalfUp(n, d);
        expect(2n * absolute(rounded * d - n) <= d).toBe(true);
        expect(divideHalfUp(-n, d)).toBe(-rounded);
      }),
      { seed },
    );
  });

  test('multiplies by an exact rate', () => {
    expect(multiplyMoney(money(10000n, 'CAD'), percent('9.975'))).toEqual(money(998n, 'CAD'));
    expect(parseDecimal('-0.50')).toEqual(rational(-50n, 100n));
    expect(() => parseDecimal('1e3')).toThrow(RangeError);
  });
});

describe('allocate', () => {
  test('parts always sum to the whole and no part is off by a unit or more', () => {
    fc.assert(
      fc.property(
        amounts,
        fc.array(fc.bigInt({ min: 0n, max: 10n ** 9n }), { minLength: 1, maxLength: 20 }),
        (total, weights) => {
          const parts = allocate(total, weights);
          expect(parts.reduce((a, b) => a + b, 0n)).toBe(total);
          const whole = weights.reduce((a, b) => a + b, 0n);
          if (whole > 0n)
            parts.forEach((part, i) => {
              expect(absolute(part * whole - total * (weights[i] ?? 0n)) < whole).toBe(true);
            });
        },
      ),
      { seed },
    );
  });

  test('the earlier part gets the odd unit; zero weights share evenly', () => {
    expect(allocate(10n, [1n, 1n, 1n])).toEqual([4n, 3n, 3n]);
    expect(allocate(-10n, [1n, 1n, 1n])).toEqual([-4n, -3n, -3n]);
    expect(allocate(3n, [0n, 0n])).toEqual([2n, 1n]);
    expect(allocate(0n, [])).toEqual([]);
    expect(() => allocate(1n, [])).toThrow(RangeError);
    expect(() => allocate(1n, [-1n])).toThrow(RangeError);
  });
});

describe('the provider’s amounts', () => {
  test.each([
    ['USD', 1299n, 1299],
    ['JPY', 500n, 500],
    ['HUF', 100000n, 100000],
    ['KWD', 1290n, 1290],
    ['ISK', 500n, 50000],
    ['UGX', 500n, 50000],
    ['MGA', 50000n, 500],
  ])('%s %d is sent as %d and comes back', (currency, minor, amount) => {
    expect(toPspAmount(money(minor, currency))).toEqual({ ok: true, amount });
    expect(fromPspAmount(amount, currency.toLowerCase())).toEqual(money(minor, currency));
  });

  test('refuses what the provider cannot charge', () => {
    expect(toPspAmount(money(1295n, 'KWD'))).toEqual({ ok: false, reason: 'not-chargeable' });
    expect(toPspAmount(money(150n, 'MGA'))).toEqual({ ok: false, reason: 'not-chargeable' });
    expect(toPspAmount(money(100_000_000n, 'USD'))).toEqual({ ok: false, reason: 'too-large' });
    expect(toPspAmount(money(99_999_999n, 'USD'))).toEqual({ ok: true, amount: 99_999_999 });
  });
});

describe('formatting', () => {
  test('follows the language and the currency, without a float', () => {
    expect(formatMoney(money(123456789012345678n, 'USD'), 'en-US')).toBe('$1,234,567,890,123,456.78');
    expect(formatMoney(money(1299n, 'EUR'), 'de-DE').replace(/\s/g, ' ')).toBe('12,99 €');
    expect(formatMoney(money(1299n, 'JPY'), 'en-US')).toBe('¥1,299');
    expect(toDecimal(money(-5n, 'KWD'))).toBe('-0.005');
  });

  test('the decimal is the amount again', () => {
    fc.assert(
      fc.property(amounts, fc.constantFrom('USD', 'JPY', 'KWD'), (amountMinor, currency) => {
        const digits = { USD: 2, JPY: 0, KWD: 3 }[currency] ?? 0;
        const { numerator, denominator } = parseDecimal(toDecimal({ amountMinor, currency }));
        expect((numerator * 10n ** BigInt(digits)) / denominator).toBe(amountMinor);
      }),
      { seed },
    );
  });
});
