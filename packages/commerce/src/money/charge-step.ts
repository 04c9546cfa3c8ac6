import { isoExponent } from './iso-exponent.ts';
import { pspExponent, pspStep } from './psp-amount.ts';

/** The finest difference that can be charged, in minor units: 10 for the dinars that end in 0, 100 for the ariary. */
export function chargeStep(currency: string): bigint {
  const shift = pspExponent(currency) - isoExponent(currency);
  if (shift < 0) return 10n ** BigInt(-shift) * pspStep(currency);
  const step = pspStep(currency) / 10n ** BigInt(shift);
  return step > 1n ? step : 1n;
}
