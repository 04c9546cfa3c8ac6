import { resolvePrice } from '@tessera/commerce/price/resolve-price.ts';
import type { CartLineRecord } from '../cart/cart.ts';
import type { SaleProduct } from '../shop/shop.ts';

export interface PricingContext {
  currency: string;
  country: string;
  /** ISO instant. */
  at: string;
}

/** A line that can be sold now, at today's price. */
export interface PricedLine {
  status: 'priced';
  product: SaleProduct;
  quantity: number;
  unitMinor: bigint;
  priceListId: string;
  notice?: 'price-changed' | 'quantity-reduced';
  previousUnitMinor?: bigint;
}

/** A line that cannot: gone, sold out, or without a price here. It counts for nothing. */
export interface UnavailableLine {
  status: 'unavailable';
  line: CartLineRecord;
}

export function priceLines(
  lines: readonly CartLineRecord[],
  products: ReadonlyMap<string, SaleProduct>,
  context: PricingContext,
): (PricedLine | UnavailableLine)[] {
  return lines.map((line) => priceLine(line, products.get(line.productId), context));
}

function priceLine(
  line: CartLineRecord,
  product: SaleProduct | undefined,
  context: PricingContext,
): PricedLine | UnavailableLine {
  const found = product ? resolvePrice(product.prices, context) : undefined;
  if (!product || !found?.ok) return { status: 'unavailable', line };
  const quantity = Math.min(line.quantity, limitOf(product));
  if (quantity < 1) return { status: 'unavailable', line };
  const { amountMinor: unitMinor, priceListId } = found.price;
  const { shown } = line;
  const changed = shown.currency === context.currency && BigInt(shown.unitMinor) !== unitMinor;
  return {
    status: 'priced',
    product,
    quantity,
    unitMinor,
    priceListId,
    ...(quantity < line.quantity
      ? { notice: 'quantity-reduced' as const }
      : changed
        ? { notice: 'price-changed' as const }
        : {}),
    ...(changed ? { previousUnitMinor: BigInt(shown.unitMinor) } : {}),
  };
}

/** How many one buyer can have: the product's own limit, and what is left. */
export const limitOf = (product: SaleProduct): number =>
  Math.min(product.maxQuantity, product.available ?? product.maxQuantity);

export const lineMinor = (line: Pick<PricedLine, 'unitMinor' | 'quantity'>): bigint =>
  line.unitMinor * BigInt(line.quantity);
