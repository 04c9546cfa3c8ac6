import type { DiscountOffer } from '@tessera/contracts/api/discounts.ts';
import type { OfferKind } from './offer-kind.ts';

/** Takes nothing off the lines: it is for the delivery, where there is one. */
export const freeDelivery: OfferKind<Extract<DiscountOffer, { kind: 'free-delivery' }>> = {
  refusal: (_, lines) => (lines.some(({ delivered }) => delivered) ? undefined : 'not-these'),
  reduce: () => new Map(),
};
