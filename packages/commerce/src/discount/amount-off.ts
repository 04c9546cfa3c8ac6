import type { DiscountOffer } from '@tessera/contracts/api/discounts.ts';
import type { OfferKind } from './offer-kind.ts';
import { spread } from './spread.ts';

type AmountOffer = Extract<DiscountOffer, { kind: 'amount' }>;

/** A sum off all it concerns together, and never more than that costs. */
export const amountOff: OfferKind<AmountOffer> = {
  refusal: (offer, _, currency) => (amountIn(offer, currency) === undefined ? 'other-currency' : undefined),
  reduce: (offer, lines, currency) => spread(amountIn(offer, currency) ?? 0n, lines, currency),
};

function amountIn({ amounts }: AmountOffer, currency: string): bigint | undefined {
  const found = amounts.find((amount) => amount.currency === currency);
  return found && BigInt(found.amountMinor);
}
