import type { CodeRefusal, DiscountOffer } from '@tessera/contracts/api/discounts.ts';
import { amountOff } from './amount-off.ts';
import { buyXGetY } from './buy-x-get-y.ts';
import type { DiscountLine } from './discount.ts';
import { freeDelivery } from './free-delivery.ts';
import type { OpenLine } from './offer-kind.ts';
import { percentOff } from './percent-off.ts';

export function refusalOf(
  offer: DiscountOffer,
  lines: readonly DiscountLine[],
  currency: string,
): CodeRefusal | undefined {
  switch (offer.kind) {
    case 'percent':
      return percentOff.refusal(offer, lines, currency);
    case 'amount':
      return amountOff.refusal(offer, lines, currency);
    case 'buy-x-get-y':
      return buyXGetY.refusal(offer, lines, currency);
    case 'free-delivery':
      return freeDelivery.refusal(offer, lines, currency);
  }
}

export function reduce(
  offer: DiscountOffer,
  lines: readonly OpenLine[],
  currency: string,
): ReadonlyMap<string, bigint> {
  switch (offer.kind) {
    case 'percent':
      return percentOff.reduce(offer, lines, currency);
    case 'amount':
      return amountOff.reduce(offer, lines, currency);
    case 'buy-x-get-y':
      return buyXGetY.reduce(offer, lines, currency);
    case 'free-delivery':
      return freeDelivery.reduce(offer, lines, currency);
  }
}
