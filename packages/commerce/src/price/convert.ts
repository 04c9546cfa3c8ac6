import { chargeStep } from '../money/charge-step.ts';
import { isoExponent } from '../money/iso-exponent.ts';
import { pspMinimumMinor } from '../money/psp-minimum.ts';
import type { Rational } from '../money/rational.ts';
import { divideHalfUp } from '../money/rounding.ts';

/** How a currency without a list is reached from the base list. */
export interface Conversion {
  baseCurrency: string;
  /** Units of the wanted currency for one of the base. */
  rate: Rational;
  /** ISO instant the rate is of. */
  rateAt: string;
  /** Who says so: `ecb`. */
  source: string;
  /** Multiplied on top: 1.02 covers a moving rate. */
  margin: Rational;
  /** What prices end in. Absent: on whatever they come out at. */
  ending?: PriceEnding;
}

/** `.99` and `.90` of a major unit, or whole ones. A currency without minor units ends in 90, 99 or 00 of its hundreds. */
export type PriceEnding = '99' | '90' | 'whole';

/**
 * A base price in another currency, in minor units of each: rate times margin, raised to the ending, to what can be charged, and to the
 * least that is. Nothing at all stays nothing.
 */
export function convertMinor(
  baseMinor: bigint,
  currency: string,
  { baseCurrency, rate, margin, ending }: Conversion,
): { amountMinor: bigint; exactMinor: bigint } {
  const shift = isoExponent(currency) - isoExponent(baseCurrency);
  const scale = 10n ** BigInt(Math.abs(shift));
  const exactMinor = divideHalfUp(
    baseMinor * rate.numerator * margin.numerator * (shift > 0 ? scale : 1n),
    rate.denominator * margin.denominator * (shift < 0 ? scale : 1n),
  );
  if (baseMinor === 0n) return { amountMinor: 0n, exactMinor };
  const least = pspMinimumMinor(currency);
  const charged = raise(exactMinor > least ? exactMinor : least, { step: chargeStep(currency), end: 0n });
  if (ending === undefined) return { amountMinor: charged, exactMinor };
  return { amountMinor: raise(charged, endingIn(currency, ending)), exactMinor };
}

interface Grid {
  /** Distance of two amounts that end so. */
  step: bigint;
  /** What is left of such an amount after whole steps. */
  end: bigint;
}

/** Where an ending would not be chargeable, as .99 is not in tenths of a dinar, the next lower amount that is. */
function endingIn(currency: string, ending: PriceEnding): Grid {
  const charged = chargeStep(currency);
  const major = 10n ** BigInt(isoExponent(currency));
  if (ending === 'whole') return { step: major > charged ? major : charged, end: 0n };
  const step = major === 1n ? 100n : major;
  const end = (step * BigInt(ending)) / 100n;
  return step % charged === 0n ? { step, end: end - (end % charged) } : { step: charged, end: 0n };
}

/** The least amount of the grid that is no less. */
function raise(amountMinor: bigint, { step, end }: Grid): bigint {
  const candidate = (amountMinor / step) * step + end;
  return candidate >= amountMinor ? candidate : candidate + step;
}
