/** `numerator / denominator`, rounded half away from zero: 5/2 is 3, -5/2 is -3. */
export function divideHalfUp(numerator: bigint, denominator: bigint): bigint {
  if (denominator === 0n) throw new RangeError('division by zero');
  const negative = numerator < 0n !== denominator < 0n;
  const n = absolute(numerator);
  const d = absolute(denominator);
  const rounded = (2n * n + d) / (2n * d);
  return negative ? -rounded : rounded;
}

export const absolute = (value: bigint): bigint => (value < 0n ? -value : value);
