import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nextPeriodStart, periodStart } from './period.ts';

const at = (iso: string): number => Date.parse(iso) / 1000;
const month = { interval: 'month', interval_count: 1 };

test.each([
  ['2026-01-31T10:00:00Z', 1, '2026-02-28T10:00:00Z'],
  ['2026-01-31T10:00:00Z', 2, '2026-03-31T10:00:00Z'],
  ['2026-11-23T08:00:00Z', 1, '2026-12-23T08:00:00Z'],
  ['2028-02-29T00:00:00Z', 12, '2029-02-28T00:00:00Z'],
])('month %#: %s + %i', (anchor, n, expected) => {
  expect(periodStart(at(anchor), month, n)).toBe(at(expected));
});

test('periods follow one another, whatever the anchor', () => {
  const anchors = fc.integer({ min: at('2020-01-01T00:00:00Z'), max: at('2040-01-01T00:00:00Z') });
  const recurrences = fc.constantFrom(
    month,
    { interval: 'year', interval_count: 1 },
    { interval: 'week', interval_count: 2 },
  );
  fc.assert(
    fc.property(anchors, recurrences, fc.integer({ min: 0, max: 40 }), (anchor, recurrence, n) => {
      const start = periodStart(anchor, recurrence, n);
      expect(periodStart(anchor, recurrence, n + 1)).toBeGreaterThan(start);
      expect(nextPeriodStart(anchor, recurrence, start)).toBe(periodStart(anchor, recurrence, n + 1));
    }),
    { seed: 7 },
  );
});
