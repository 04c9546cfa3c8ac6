import { orderHash } from '@tessera/commerce/order/order-hash.ts';
import type { CheckoutDetails } from '@tessera/contracts/api/checkout.ts';
import { localePrefixOf } from '@tessera/contracts/locale-path.ts';
import type { FrozenOrder, OrderLine, OrderRecord } from '../../table/order-record.ts';
import { lineMinor, type PricedLine } from '../quote/price-lines.ts';
import type { Quote } from '../quote/quote.ts';
import { toTaxLines, toTaxShares, wire } from '../quote/tax-lines.ts';
import type { Seller } from '../shop/shop.ts';
import { freezeDiscounts } from './freeze-discounts.ts';

/** The hosted page takes payments this long; Stripe asks for half an hour at least, and opening it may take some tries. */
export const orderOpenMinutes = 40;

export interface OrderInput {
  tenantId: string;
  orderId: string;
  /** Of the tenant's series. */
  serial: number;
  userId: string;
  cartId: string;
  details: CheckoutDetails;
  locale: string;
  origin: string;
  seller: Seller;
  lines: readonly PricedLine[];
  quote: Quote;
  now: Date;
}

/** Freezes what was agreed. From here on nothing is priced again. */
export async function buildOrder(input: OrderInput): Promise<OrderRecord> {
  const { orderId, tenantId, quote, now, details } = input;
  const { currency, totalMinor, taxMinor } = quote.totals;
  const lines = input.lines.map((line, index) => toOrderLine(line, `${orderId.slice(4)}-${index + 1}`, quote));
  const frozen = freeze(input, lines);
  const hash = await orderHash({
    tenantId,
    orderId,
    currency,
    totalMinor,
    taxMinor,
    ...(quote.renewal ? { renewalMinor: quote.renewal.totals.totalMinor } : {}),
    lines: hashedLines(lines),
  });
  return {
    tenantId,
    orderId,
    userId: input.userId,
    placedAt: now.toISOString(),
    number: `${input.seller.profile.name.charAt(0).toUpperCase()}-${1000 + input.serial}`,
    email: details.email,
    currency,
    totalMinor: totalMinor.toString(),
    itemCount: lines.reduce((sum, line) => sum + line.quantity, 0),
    hash,
    frozen,
    cartId: input.cartId,
    expiresAt: new Date(now.getTime() + orderOpenMinutes * 60_000).toISOString(),
    revision: 1,
    state: 'pending',
    stockHeld: lines.some((line) => line.stocked),
    ...(frozen.discounts ? { discountsHeld: true } : {}),
    timeline: [{ at: now.toISOString(), what: 'placed' }],
  };
}

function freeze({ quote, seller, details, locale, origin }: OrderInput, lines: OrderLine[]): FrozenOrder {
  const { totals, tax, renewal } = quote;
  const { name, legalName, country, supportEmail, theme } = seller.profile;
  const { face, accent, radius } = theme;
  return {
    lines,
    priceMode: totals.priceMode,
    subtotalMinor: totals.subtotalMinor.toString(),
    discountMinor: totals.discountMinor.toString(),
    deliveryMinor: totals.deliveryMinor.toString(),
    taxMinor: totals.taxMinor.toString(),
    roundingAdjustmentMinor: tax.roundingAdjustmentMinor.toString(),
    taxLines: toTaxLines(tax, totals.currency, totals.priceMode === 'inclusive', locale),
    ...freezeDiscounts(quote),
    taxShares: toTaxShares(tax, (id) => lines.find(({ productId }) => productId === id)?.id ?? id),
    ...(renewal ? { renewal: freezeRenewal(renewal, locale) } : {}),
    address: details.address,
    locale,
    shop: { name, legalName, country, supportEmail, theme: { face, accent, radius } },
    origin,
    localePrefix: localePrefixOf(seller.profile.locales, locale),
  };
}

function freezeRenewal(
  { interval, totals, tax }: NonNullable<Quote['renewal']>,
  locale: string,
): NonNullable<FrozenOrder['renewal']> {
  const { currency, priceMode, totalMinor, taxMinor } = totals;
  return {
    interval,
    total: wire(totalMinor, currency),
    tax: wire(taxMinor, currency),
    taxLines: toTaxLines(tax, currency, priceMode === 'inclusive', locale),
  };
}

function toOrderLine(line: PricedLine, id: string, { totals, discounts, renewal }: Quote): OrderLine {
  const { product } = line;
  const { currency } = totals;
  const off = discounts.lineMinor.get(product.productId) ?? 0n;
  const offLater = renewal?.discounts.lineMinor.get(product.productId) ?? 0n;
  return {
    id,
    productId: product.productId,
    workId: product.workId,
    title: product.title,
    productTitle: product.productTitle,
    quantity: line.quantity,
    unitPrice: wire(line.unitMinor, currency),
    lineTotal: wire(lineMinor(line), currency),
    delivery: product.delivery,
    cover: product.cover,
    slug: product.slug,
    kind: product.kind,
    makers: product.makers,
    licence: product.licence,
    taxCode: product.taxCode,
    stocked: product.available !== undefined,
    ...(product.interval ? { interval: product.interval } : {}),
    priceListId: line.priceListId,
    ...(off > 0n ? { discountMinor: off.toString() } : {}),
    ...(offLater > 0n ? { renewalDiscountMinor: offLater.toString() } : {}),
    ...(product.tokens ? { tokens: product.tokens } : {}),
  };
}

/** What the stored order hashes to; it must be what the payment brings back. */
export const hashOf = (order: OrderRecord): Promise<string> =>
  orderHash({
    tenantId: order.tenantId,
    orderId: order.orderId,
    currency: order.currency,
    totalMinor: BigInt(order.totalMinor),
    taxMinor: BigInt(order.frozen.taxMinor),
    ...(order.frozen.renewal ? { renewalMinor: BigInt(order.frozen.renewal.total.amountMinor) } : {}),
    lines: hashedLines(order.frozen.lines),
  });

const hashedLines = (lines: readonly OrderLine[]) =>
  lines.map((line) => ({
    id: line.id,
    productId: line.productId,
    quantity: line.quantity,
    unitMinor: BigInt(line.unitPrice.amountMinor),
    ...(line.discountMinor === undefined ? {} : { discountMinor: BigInt(line.discountMinor) }),
  }));
