import { fromWire, type Money } from '@tessera/commerce/money/money.ts';
import { toPspAmount } from '@tessera/commerce/money/psp-amount.ts';
import type Stripe from 'stripe';
import type { OrderRecord } from '../../table/order-record.ts';

type Params = Stripe.Checkout.SessionCreateParams;
type LineItem = NonNullable<Params['line_items']>[number];

/** The hosted page of an order. Everything in it is frozen, so that a second call with the same key asks for the same. */
export function toSessionParams(order: OrderRecord): Params {
  const { frozen } = order;
  const metadata = { order_id: order.orderId, tenant: order.tenantId, order_hash: order.hash };
  const lineItems = toLineItems(order);
  requireSum(lineItems, order);
  return {
    mode: 'payment',
    client_reference_id: order.orderId,
    customer_email: order.email,
    line_items: lineItems,
    success_url: `${frozen.origin}${frozen.localePrefix}/order/${order.orderId}`,
    cancel_url: `${frozen.origin}${frozen.localePrefix}/checkout?order=${order.orderId}`,
    expires_at: Math.floor(Date.parse(order.expiresAt) / 1000),
    metadata,
    payment_intent_data: { metadata, description: `${frozen.shop.name} ${order.number}` },
    locale: pageLocale(frozen.locale),
    branding_settings: { display_name: frozen.shop.name },
    automatic_tax: { enabled: false },
    adaptive_pricing: { enabled: false },
    allow_promotion_codes: false,
  };
}

/** The hosted page speaks the shop's language where it knows it, else the browser's. */
const pageLocale = (locale: string) => (locale === 'de' || locale === 'en' ? locale : 'auto');

/** Products at their price; taxes that are not in it, each as a line of its own. */
function toLineItems({ frozen, currency }: OrderRecord): LineItem[] {
  const products = frozen.lines.map((line) =>
    toLineItem(`${line.title} – ${line.productTitle}`, fromWire(line.unitPrice), line.quantity),
  );
  const taxes =
    frozen.priceMode === 'exclusive'
      ? frozen.taxLines
          .filter((line) => line.amount.amountMinor !== '0')
          .map((line) => toLineItem(line.label, fromWire(line.amount), 1))
      : [];
  const delivery = { amountMinor: BigInt(frozen.deliveryMinor), currency };
  return [...products, ...(delivery.amountMinor > 0n ? [toLineItem('Delivery', delivery, 1)] : []), ...taxes];
}

function toLineItem(name: string, amount: Money, quantity: number): LineItem {
  return {
    quantity,
    price_data: {
      currency: amount.currency.toLowerCase(),
      unit_amount: requireChargeable(amount),
      product_data: { name: name.slice(0, 250) },
    },
  };
}

function requireSum(lines: readonly LineItem[], order: OrderRecord): void {
  const sum = lines.reduce((all, line) => all + (line.price_data?.unit_amount ?? 0) * (line.quantity ?? 0), 0);
  const total = requireChargeable({ amountMinor: BigInt(order.totalMinor), currency: order.currency });
  if (sum !== total) throw new Error(`lines of ${order.orderId} come to ${sum}, not ${total}`);
}

function requireChargeable(amount: Money): number {
  const psp = toPspAmount(amount);
  if (!psp.ok) throw new RangeError(`${amount.amountMinor} ${amount.currency}: ${psp.reason}`);
  return psp.amount;
}
