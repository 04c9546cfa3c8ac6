import fc from 'fast-check';
import { expect, it } from 'vitest';
import { backoffMs } from './backoff.ts';

const unit = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

it('grows, and stays within its bounds, whatever chance says', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 60 }), unit, unit, (next, one, other) => {
      const waited = backoffMs(next, () => one);
      expect(waited).toBeGreaterThanOrEqual(150);
      expect(waited).toBeLessThanOrEqual(2_000);
      expect(backoffMs(next + 2, () => other)).toBeGreaterThanOrEqual(Math.min(1_000, waited));
    }),
    { seed: 11 },
  );
});

it('does not send everybody back at the same moment', () => {
  expect(backoffMs(2, () => 0)).not.toBe(backoffMs(2, () => 0.9));
});
