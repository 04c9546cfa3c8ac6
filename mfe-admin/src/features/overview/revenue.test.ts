import fc from 'fast-check';
import { expect, test } from 'vitest';
import { barHeights, revenueByCurrency } from './revenue.ts';

const day = (date: string, amountMinor: string, currency: string, orders: number) => ({
  date,
  total: { amountMinor, currency },
  orders,
});

test('each currency has all days and its own sum', () => {
  const seen = revenueByCurrency([
    day('2026-11-01', '0', 'USD', 0),
    day('2026-11-02', '500', 'EUR', 1),
    day('2026-11-02', '1299', 'USD', 2),
  ]);
  expect(seen.map(({ currency, totalMinor, orders, days }) => [currency, totalMinor, orders, days.length])).toEqual([
    ['USD', 1299n, 2, 2],
    ['EUR', 500n, 1, 2],
  ]);
});

test('bars stay within their field, and the highest fills it', () => {
  fc.assert(
    fc.property(fc.array(fc.bigInt(-1_000n, 10n ** 15n), { minLength: 1 }), (amounts) => {
      const heights = barHeights(
        amounts.map((amountMinor) => ({ date: '', amountMinor, orders: 1 })),
        100,
      );
      expect(heights.every((height) => height >= 0 && height <= 100)).toBe(true);
      if (amounts.some((amount) => amount > 0n)) expect(Math.max(...heights)).toBe(100);
    }),
  );
});
