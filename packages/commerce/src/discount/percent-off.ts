import type { DiscountOffer } from '@tessera/contracts/api/discounts.ts';
import { chargeStep } from '../money/charge-step.ts';
import { percent, type Rational } from '../money/rational.ts';
import { divideHalfUp } from '../money/rounding.ts';
import type { OfferKind } from './offer-kind.ts';
import { spread } from './spread.ts';

/** A part of all it concerns, rounded once. What renews is reckoned by itself, so that a renewal costs what the first payment did. */
export const percentOff: OfferKind<Extract<DiscountOffer, { kind: 'percent' }>> = {
  refusal: () => undefined,
  reduce(offer, lines, currency) {
    const groups = [lines.filter(({ renews }) => renews), lines.filter(({ renews }) => !renews)];
    return new Map(
      groups.flatMap((group) => {
        const left = group.reduce((sum, { leftMinor }) => sum + leftMinor, 0n);
        return [...spread(partOf(left, percent(offer.percent), currency), group, currency)];
      }),
    );
  },
};

/** Half up, to what can be charged. */
export function partOf(amountMinor: bigint, { numerator, denominator }: Rational, currency: string): bigint {
  const step = chargeStep(currency);
  return divideHalfUp(amountMinor * numerator, denominator * step) * step;
}
