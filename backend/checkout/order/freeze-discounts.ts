import type { FrozenOrder, OrderDiscount } from '../../table/order-record.ts';
import type { Quote } from '../quote/quote.ts';

/** The discounts that were agreed to, with what each claims. */
export function freezeDiscounts({ discounts }: Quote): Pick<FrozenOrder, 'discounts'> {
  if (discounts.applied.length === 0) return {};
  return {
    discounts: discounts.applied.map(
      ({ discountId, code, rule, amountMinor, freeDelivery, singleUse }): OrderDiscount => ({
        discountId,
        name: rule.name,
        ...(code === undefined ? {} : { code }),
        amountMinor: amountMinor.toString(),
        freeDelivery,
        ...(rule.cap === undefined ? {} : { cap: rule.cap }),
        perCustomer: rule.oncePerCustomer || rule.firstOrderOnly,
        singleUse,
      }),
    ),
  };
}
