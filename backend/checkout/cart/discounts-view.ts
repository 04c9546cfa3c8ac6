import type { DiscountOutcome } from '@tessera/commerce/discount/discount.ts';
import type { Cart } from '@tessera/contracts/api/checkout.ts';
import { wire } from '../quote/tax-lines.ts';

/** What buyers are told of the discounts that count, and of codes that don't. */
export function discountsView(
  codes: readonly string[],
  { applied, refused }: DiscountOutcome,
  currency: string,
): Pick<Cart, 'discounts' | 'codes'> {
  return {
    ...(applied.length === 0
      ? {}
      : {
          discounts: applied.map(({ discountId: id, code, rule, amountMinor, freeDelivery }) => ({
            ...{ id, name: rule.name, freeDelivery },
            ...(code === undefined ? {} : { code }),
            amount: wire(amountMinor, currency),
          })),
        }),
    ...(codes.length === 0
      ? {}
      : {
          codes: codes.map((code) => {
            const refusal = refused.find((each) => each.code === code)?.reason;
            return { code, ...(refusal ? { refusal } : {}) };
          }),
        }),
  };
}
