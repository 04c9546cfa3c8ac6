import type { DiscountOffer } from '@tessera/contracts/api/discounts.ts';
import { percent } from '../money/rational.ts';
import type { DiscountLine } from './discount.ts';
import type { OfferKind } from './offer-kind.ts';
import { partOf } from './percent-off.ts';

type BuyXGetYOffer = Extract<DiscountOffer, { kind: 'buy-x-get-y' }>;

/** Of every so many pieces, the cheapest cost less. The smaller id counts as the cheaper among equals. */
export const buyXGetY: OfferKind<BuyXGetYOffer> = {
  refusal: (offer, lines) => (piecesFor(offer, lines) === 0 ? 'minimum' : undefined),
  reduce(offer, lines, currency) {
    const cheapestFirst = lines.toSorted((a, b) =>
      a.unitMinor === b.unitMinor ? (a.id < b.id ? -1 : 1) : a.unitMinor < b.unitMinor ? -1 : 1,
    );
    let pieces = piecesFor(offer, lines);
    const shares = new Map<string, bigint>();
    for (const { id, quantity, unitMinor, leftMinor } of cheapestFirst) {
      const taken = Math.min(quantity, pieces);
      pieces -= taken;
      const off = partOf(unitMinor * BigInt(taken), percent(offer.percent), currency);
      shares.set(id, off < leftMinor ? off : leftMinor);
    }
    return shares;
  },
};

/** How many pieces cost less. */
function piecesFor({ buy, get }: BuyXGetYOffer, lines: readonly DiscountLine[]): number {
  const pieces = lines.reduce((sum, { quantity }) => sum + quantity, 0);
  return Math.floor(pieces / (buy + get)) * get;
}
