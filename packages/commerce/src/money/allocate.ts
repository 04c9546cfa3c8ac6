import { absolute } from './rounding.ts';

/**
 * Splits a whole amount by weights (none negative) so that the parts always sum to it: largest remainder first, the earlier
 * part first among equals. Weights that are all zero share evenly.
 */
export function allocate(total: bigint, weights: readonly bigint[]): bigint[] {
  if (weights.length === 0) {
    if (total !== 0n) throw new RangeError('nothing to allocate to');
    return [];
  }
  if (weights.some((weight) => weight < 0n)) throw new RangeError('a weight is negative');
  const given = weights.reduce((sum, weight) => sum + weight, 0n);
  const shares = given === 0n ? weights.map(() => 1n) : weights;
  const whole = given === 0n ? BigInt(weights.length) : given;
  const amount = absolute(total);
  const parts = shares.map((share, index) => ({
    index,
    part: (amount * share) / whole,
    remainder: (amount * share) % whole,
  }));
  const left = Number(amount - parts.reduce((sum, { part }) => sum + part, 0n));
  const first = parts.toSorted((a, b) =>
    a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1,
  );
  for (const entry of first.slice(0, left)) entry.part += 1n;
  return parts.map(({ part }) => (total < 0n ? -part : part));
}
