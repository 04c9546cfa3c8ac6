import type { TaxBreakdown, TaxLocation, TaxProvider } from '@tessera/commerce/tax/tax-provider.ts';
import type { Cart, CartLine } from '@tessera/contracts/api/checkout.ts';
import type { DiscountAnswer } from '../discount/discounts.ts';
import { discountLines, type LineDiscounts } from '../quote/discount-lines.ts';
import { limitOf, lineMinor, priceLines, type PricedLine, type UnavailableLine } from '../quote/price-lines.ts';
import { quoteLines, toAmounts, type Quote } from '../quote/quote.ts';
import { toTotals, wire } from '../quote/tax-lines.ts';
import type { SaleProduct, Seller } from '../shop/shop.ts';
import type { CartRecord } from './cart.ts';
import { discountsView } from './discounts-view.ts';

export interface CartPricing {
  seller: Seller;
  products: ReadonlyMap<string, SaleProduct>;
  /** Ids of what the cart's owner has already. */
  owned: ReadonlySet<string>;
  discounts: DiscountAnswer;
  currency: string;
  destination: TaxLocation;
  /** Whether the destination is an address, and not a guess. */
  final: boolean;
  locale: string;
  /** ISO instant. */
  at: string;
  taxes: TaxProvider;
}

export interface PricedCart {
  cart: Cart;
  lines: readonly PricedLine[];
  unavailable: readonly UnavailableLine[];
  discounts: LineDiscounts;
  /** Absent where the address lacks what the tax is decided by. */
  quote?: Quote;
}

/** The cart as it is now: prices, limits and taxes of this moment, with what changed since. */
export async function priceCart(record: CartRecord, pricing: CartPricing): Promise<PricedCart> {
  const { currency, destination, at } = pricing;
  const all = priceLines(record.lines, pricing.products, { currency, country: destination.country, at });
  const lines = all.filter((line) => line.status === 'priced');
  const discounts = discountLines(lines, pricing.discounts, { currency, at });
  const result = await quoteLines(lines, discounts, pricing);
  const quote = result.ok ? result.quote : toAmounts(lines, discounts.now, { ...pricing, tax: noTax });
  const renewal = result.ok ? result.quote.renewal : untaxedRenewal(lines, discounts, pricing);
  const cart: Cart = {
    id: record.cartId,
    version: record.version,
    currency,
    lines: all.map((line) =>
      line.status === 'priced' ? toLine(line, discounts.now.lineMinor, pricing) : toGoneLine(line, currency),
    ),
    itemCount: lines.reduce((sum, line) => sum + line.quantity, 0),
    totals: toTotals(quote, pricing.locale, !pricing.final || !result.ok),
    needsDelivery: lines.some((line) => line.product.delivery === 'physical'),
    ...(renewal
      ? {
          renewal: {
            interval: renewal.interval,
            total: wire(renewal.totals.totalMinor, currency),
            tax: wire(renewal.totals.taxMinor, currency),
          },
        }
      : {}),
    ...discountsView(record.codes, discounts.now, currency),
  };
  return {
    cart,
    lines,
    discounts,
    unavailable: all.filter((line) => line.status === 'unavailable'),
    ...(result.ok ? { quote } : {}),
  };
}

/** What renews, without tax as long as no address decides that. */
function untaxedRenewal(
  lines: readonly PricedLine[],
  { renewal }: LineDiscounts,
  pricing: CartPricing,
): Quote['renewal'] {
  const recurring = lines.filter((line) => line.product.interval);
  const interval = recurring[0]?.product.interval;
  return interval ? { interval, ...toAmounts(recurring, renewal, { ...pricing, tax: noTax }) } : undefined;
}

const noTax: TaxBreakdown = {
  lines: [],
  groups: [],
  roundingAdjustmentMinor: 0n,
  netMinor: 0n,
  taxMinor: 0n,
  grossMinor: 0n,
};

function toLine(
  line: PricedLine,
  discountMinor: ReadonlyMap<string, bigint>,
  { currency, owned }: CartPricing,
): CartLine {
  const { product } = line;
  const off = discountMinor.get(product.productId) ?? 0n;
  const notice = owned.has(product.productId) ? 'owned' : line.notice;
  return {
    productId: product.productId,
    workId: product.workId,
    slug: product.slug,
    title: product.title,
    productTitle: product.productTitle,
    makers: product.makers,
    cover: product.cover,
    delivery: product.delivery,
    quantity: line.quantity,
    maxQuantity: limitOf(product),
    unitPrice: wire(line.unitMinor, currency),
    lineTotal: wire(lineMinor(line), currency),
    ...(off > 0n ? { discount: wire(off, currency) } : {}),
    ...(product.interval ? { interval: product.interval } : {}),
    ...(notice ? { notice } : {}),
    ...(line.previousUnitMinor === undefined ? {} : { previousUnitPrice: wire(line.previousUnitMinor, currency) }),
  };
}

function toGoneLine({ line: { productId, quantity, shown } }: UnavailableLine, currency: string): CartLine {
  const { currency: shownCurrency, unitMinor, ...facts } = shown;
  return {
    productId,
    ...facts,
    quantity,
    maxQuantity: quantity,
    unitPrice: { amountMinor: unitMinor, currency: shownCurrency },
    lineTotal: wire(0n, currency),
    notice: 'unavailable',
  };
}
