import { fingerprintOf } from '../../platform/idempotency.ts';
import type { PricedCart } from '../cart/cart-view.ts';

/** Names what was shown: it changes with any line, price, tax or total, and with nothing else. */
export const digestOf = ({ cart, lines, quote }: PricedCart): string =>
  fingerprintOf([
    cart.id,
    cart.version,
    cart.currency,
    lines.map((line) => [line.product.productId, line.quantity, line.unitMinor.toString()]),
    ...(quote?.discounts.applied.map(({ discountId, amountMinor }) => [discountId, amountMinor.toString()]) ?? []),
    quote?.totals.taxMinor.toString(),
    quote?.totals.totalMinor.toString(),
    ...(quote?.renewal ? [quote.renewal.interval, quote.renewal.totals.totalMinor.toString()] : []),
  ]);
