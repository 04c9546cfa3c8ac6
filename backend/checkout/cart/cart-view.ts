import { computeTotals } from '@tessera/commerce/order/totals.ts';
import { priceModeFor } from '@tessera/commerce/tax/price-mode.ts';
import type { TaxBreakdown, TaxLocation, TaxProvider } from '@tessera/commerce/tax/tax-provider.ts';
import type { Cart, CartLine } from '@tessera/contracts/api/checkout.ts';
import { limitOf, priceLines, type PricedLine, type UnavailableLine } from '../quote/price-lines.ts';
import { lineMinor, quoteLines, type Quote } from '../quote/quote.ts';
import { toTotals, wire } from '../quote/tax-lines.ts';
import type { SaleProduct, Seller } from '../shop/shop.ts';
import type { CartRecord } from './cart.ts';

export interface CartPricing {
  seller: Seller;
  products: ReadonlyMap<string, SaleProduct>;
  /** Ids of what the cart's owner has already. */
  owned: ReadonlySet<string>;
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
  /** Absent where the address lacks what the tax is decided by. */
  quote?: Quote;
}

/** The cart as it is now: prices, limits and taxes of this moment, with what changed since. */
export async function priceCart(record: CartRecord, pricing: CartPricing): Promise<PricedCart> {
  const { currency, destination, at, seller } = pricing;
  const all = priceLines(record.lines, pricing.products, { currency, country: destination.country, at });
  const lines = all.filter((line) => line.status === 'priced');
  const result = await quoteLines(lines, pricing);
  const quote = result.ok ? result.quote : untaxed(lines, seller, pricing);
  const renewal = renewalOf(lines, result.ok ? result.quote.renewal : undefined, pricing);
  const cart: Cart = {
    id: record.cartId,
    version: record.version,
    currency,
    lines: all.map((line) => (line.status === 'priced' ? toLine(line, pricing) : toGoneLine(line, currency))),
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
  };
  return {
    cart,
    lines,
    unavailable: all.filter((line) => line.status === 'unavailable'),
    ...(result.ok ? { quote } : {}),
  };
}

/** What renews, without tax as long as no address decides that. */
function renewalOf(lines: readonly PricedLine[], quoted: Quote['renewal'], pricing: CartPricing): Quote['renewal'] {
  if (quoted) return quoted;
  const recurring = lines.filter((line) => line.product.interval);
  const interval = recurring[0]?.product.interval;
  return interval ? { interval, ...untaxed(recurring, pricing.seller, pricing) } : undefined;
}

const noTax: TaxBreakdown = {
  lines: [],
  groups: [],
  roundingAdjustmentMinor: 0n,
  netMinor: 0n,
  taxMinor: 0n,
  grossMinor: 0n,
};

function untaxed(lines: readonly PricedLine[], seller: Seller, { currency, destination }: CartPricing): Quote {
  const totals = computeTotals({
    currency,
    priceMode: priceModeFor(seller.profile.taxDisplay, destination.country),
    lineMinor: lines.map(lineMinor),
    discountMinor: 0n,
    deliveryMinor: 0n,
    tax: noTax,
  });
  return { totals, tax: noTax };
}

function toLine(line: PricedLine, { currency, owned }: CartPricing): CartLine {
  const { product } = line;
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
