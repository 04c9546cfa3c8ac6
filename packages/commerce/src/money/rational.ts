/** An exact rate. 9.975 % is `{ numerator: 9975n, denominator: 100000n }`. The denominator is positive. */
export interface Rational {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

export function rational(numerator: bigint, denominator: bigint): Rational {
  if (denominator <= 0n) throw new RangeError('a rate needs a positive denominator');
  return { numerator, denominator };
}

/** Reads a plain decimal, `"9.975"`, without a float on the way. */
export function parseDecimal(text: string): Rational {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (!match) throw new RangeError(`not a decimal: ${text}`);
  const [, sign = '', whole = '', fraction = ''] = match;
  return rational(BigInt(`${sign}${whole}${fraction}`), 10n ** BigInt(fraction.length));
}

/** `"9.975"` percent as a rate. */
export function percent(text: string): Rational {
  const { numerator, denominator } = parseDecimal(text);
  return rational(numerator, denominator * 100n);
}

export const addRational = (a: Rational, b: Rational): Rational =>
  rational(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);
