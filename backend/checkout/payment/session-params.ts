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
  const description = `${frozen.shop.name} ${order.number}`;
  const lineItems = toLineItems(order);
  requireSum(lineItems, order);
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
    allow_promotion_codes: false,
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

/** Products at their price; taxes that are not in it, each as a line of its own: apart for what renews, so that the renewal has its tax. */
function toLineItems({ frozen, currency }: OrderRecord): LineItem[] {
  const products = frozen.lines.map((line) =>
    toLineItem(`${line.title} – ${line.productTitle}`, fromWire(line.unitPrice), {
      quantity: line.quantity,
      interval: line.interval,
    }),
  );
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
  const items = taxLines.flatMap((line) => {
    const again = recurring.find((other) => other.label === line.label && other.ratePercent === line.ratePercent);
    const { amountMinor, currency } = fromWire(line.amount);
    const againMinor = BigInt(again?.amount.amountMinor ?? '0');
    return [
      { label: line.label, amount: { amountMinor: amountMinor - againMinor, currency }, interval: undefined },
      {
        label: `${line.label} – ${plans.join(', ')}`,
        amount: { amountMinor: againMinor, currency },
        interval: renewal?.interval,
      },
    ];
  });
  return items
    .filter(({ amount }) => amount.amountMinor !== 0n)
    .map(({ label, amount, interval }) => toLineItem(label, amount, { interval }));
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
