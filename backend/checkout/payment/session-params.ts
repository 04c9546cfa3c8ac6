import { fromWire, type Money } from '@tessera/commerce/money/money.ts';
import { toPspAmount } from '@tessera/commerce/money/psp-amount.ts';
import type Stripe from 'stripe';
import type { OrderRecord } from '../../table/order-record.ts';

type Params = Stripe.Checkout.SessionCreateParams;
type TaxLine = OrderRecord['frozen']['taxLines'][number];
type LineItem = NonNullable<Params['line_items']>[number];

/** One for an order, taken off its first payment: then the session's total is the order's, to the last unit. */
export function toCouponParams(order: OrderRecord): Stripe.CouponCreateParams | undefined {
  const reduction = reductionOf(toLineItems(order), order);
  if (reduction === 0) return undefined;
  return {
    id: order.orderId,
    amount_off: reduction,
    currency: order.currency.toLowerCase(),
    duration: 'once',
    max_redemptions: 1,
    name: couponName(order),
    metadata: { order_id: order.orderId, tenant: order.tenantId },
  };
}

/** The hosted page of an order. Everything in it is frozen, so that a second call with the same key asks for the same. */
export function toSessionParams(order: OrderRecord): Params {
  const { frozen } = order;
  const metadata = { order_id: order.orderId, tenant: order.tenantId, order_hash: order.hash };
  const description = `${frozen.shop.name} ${order.number}`;
  const lineItems = toLineItems(order);
  return {
    ...(frozen.renewal
      ? { mode: 'subscription' as const, subscription_data: { metadata, description } }
      : { mode: 'payment' as const, payment_intent_data: { metadata, description } }),
    client_reference_id: order.orderId,
    customer_email: order.email,
    line_items: lineItems,
    success_url: `${frozen.origin}${frozen.localePrefix}/order/${order.orderId}`,
    cancel_url: `${frozen.origin}${frozen.localePrefix}/checkout?order=${order.orderId}`,
    expires_at: Math.floor(Date.parse(order.expiresAt) / 1000),
    metadata,
    locale: pageLocale(frozen.locale),
    branding_settings: toBranding(frozen.shop),
    automatic_tax: { enabled: false },
    adaptive_pricing: { enabled: false },
    ...(reductionOf(lineItems, order) > 0
      ? { discounts: [{ coupon: order.orderId }] }
      : { allow_promotion_codes: false }),
  };
}

/** The provider's page in the shop's colour and corners, and in the nearest of the typefaces it has. */
function toBranding({ name, theme }: OrderRecord['frozen']['shop']): NonNullable<Params['branding_settings']> {
  if (!theme) return { display_name: name };
  return {
    display_name: name,
    button_color: theme.accent.light,
    border_style: theme.radius === 'none' ? 'rectangular' : theme.radius === 'large' ? 'pill' : 'rounded',
    font_family: theme.face === 'folio' ? 'noto_serif' : 'inter',
  };
}

/** The hosted page speaks the shop's language where it knows it, else the browser's. */
const pageLocale = (locale: string) => (locale === 'de' || locale === 'en' ? locale : 'auto');

/**
 * Products at their price, and what renews at what a renewal costs; taxes that are not in it each as a line of its own, apart for what
 * renews, so that the renewal has its tax. What they come to beyond the order's total is taken off the first payment as one coupon.
 */
function toLineItems({ frozen, currency }: OrderRecord): LineItem[] {
  const products = frozen.lines.map((line) => {
    const name = `${line.title} – ${line.productTitle}`;
    if (line.renewalDiscountMinor === undefined)
      return toLineItem(name, fromWire(line.unitPrice), { quantity: line.quantity, interval: line.interval });
    const amountMinor = BigInt(line.lineTotal.amountMinor) - BigInt(line.renewalDiscountMinor);
    const times = line.quantity === 1 ? name : `${line.quantity} × ${name}`;
    return toLineItem(times, { amountMinor, currency }, { interval: line.interval });
  });
  const delivery = { amountMinor: BigInt(frozen.deliveryMinor), currency };
  return [
    ...products,
    ...(delivery.amountMinor > 0n ? [toLineItem('Delivery', delivery)] : []),
    ...(frozen.priceMode === 'exclusive' ? toTaxItems(frozen) : []),
  ];
}

function toTaxItems({ lines, taxLines, renewal }: OrderRecord['frozen']): LineItem[] {
  const plans = lines.filter((line) => line.interval !== undefined).map(({ title }) => title);
  const recurring = renewal?.taxLines ?? [];
  const isSame = (a: TaxLine, b: TaxLine) => a.label === b.label && a.ratePercent === b.ratePercent;
  const once = taxLines.map((line) => {
    const again = recurring.find((other) => isSame(line, other));
    const amountMinor = BigInt(line.amount.amountMinor) - BigInt(again?.amount.amountMinor ?? '0');
    // Less than what the renewal has where the first payment is discounted: the coupon takes off the difference.
    return {
      label: line.label,
      amount: { ...fromWire(line.amount), amountMinor: amountMinor > 0n ? amountMinor : 0n },
    };
  });
  const later = recurring.map((line) => ({
    label: `${line.label} – ${plans.join(', ')}`,
    amount: fromWire(line.amount),
    interval: renewal?.interval,
  }));
  return [...once, ...later]
    .filter(({ amount }) => amount.amountMinor !== 0n)
    .map(({ label, amount, ...rest }) => toLineItem(label, amount, rest));
}

function toLineItem(
  name: string,
  amount: Money,
  { quantity = 1, interval }: { quantity?: number; interval?: 'month' | 'year' | undefined } = {},
): LineItem {
  return {
    quantity,
    price_data: {
      currency: amount.currency.toLowerCase(),
      unit_amount: requireChargeable(amount),
      product_data: { name: name.slice(0, 250) },
      ...(interval ? { recurring: { interval } } : {}),
    },
  };
}

/** What the lines come to beyond the order's total, in the provider's minor units. */
function reductionOf(lines: readonly LineItem[], order: OrderRecord): number {
  const sum = lines.reduce((all, line) => all + (line.price_data?.unit_amount ?? 0) * (line.quantity ?? 0), 0);
  const total = requireChargeable({ amountMinor: BigInt(order.totalMinor), currency: order.currency });
  const reduction = sum - total;
  if (reduction < 0 || (reduction > 0 && order.frozen.discounts === undefined))
    throw new Error(`lines of ${order.orderId} come to ${sum}, not ${total}`);
  return reduction;
}

/** The coupon's name is the discounts' own; forty letters are all it may have. */
const couponName = ({ frozen }: OrderRecord): string =>
  frozen.discounts
    ?.map(({ code, name }) => code ?? name)
    .join(', ')
    .slice(0, 40) ?? '';

function requireChargeable(amount: Money): number {
  const psp = toPspAmount(amount);
  if (!psp.ok) throw new RangeError(`${amount.amountMinor} ${amount.currency}: ${psp.reason}`);
  return psp.amount;
}
