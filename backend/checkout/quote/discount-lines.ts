import { applyDiscounts, reckon } from '@tessera/commerce/discount/apply-discounts.ts';
import type { DiscountContext, DiscountLine, DiscountOutcome } from '@tessera/commerce/discount/discount.ts';
import type { DiscountAnswer } from '../discount/discounts.ts';
import type { PricedLine } from './price-lines.ts';

/** The step after the prices: what is taken off each line now, and of what renews. */
export interface LineDiscounts {
  now: DiscountOutcome;
  renewal: DiscountOutcome;
}

export function discountLines(
  lines: readonly PricedLine[],
  { open, refused }: DiscountAnswer,
  context: DiscountContext,
): LineDiscounts {
  const given = lines.map(toDiscountLine);
  const now = applyDiscounts(given, open, context);
  const kept = now.applied.filter(({ rule }) => rule.renewals === 'forever');
  return {
    now: { ...now, refused: [...refused, ...now.refused] },
    renewal: reckon(
      given.filter(({ renews }) => renews),
      kept,
      context.currency,
    ),
  };
}

const toDiscountLine = ({ product, quantity, unitMinor }: PricedLine): DiscountLine => ({
  id: product.productId,
  workId: product.workId,
  kind: product.kind,
  quantity,
  unitMinor,
  renews: product.interval !== undefined,
  delivered: product.delivery === 'physical',
});
