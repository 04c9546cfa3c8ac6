import type { OrderRecord } from '../../table/order-record.ts';
import type { TenantScope } from '../deps.ts';
import { hashOf } from '../order/build-order.ts';
import type { PaidRenewal } from '../payment/subscription-payments.ts';

/**
 * Each renewal that was paid is an order of its own, with its invoice and its receipt. Its id follows from the payment's, so there is
 * one. Answers all there are.
 */
export async function recordRenewals(
  scope: TenantScope,
  first: OrderRecord,
  subscriptionId: string,
): Promise<OrderRecord[]> {
  const orders: OrderRecord[] = [];
  for (const renewal of await scope.payments.subscriptions.listRenewals(subscriptionId)) {
    const orderId = `ord_${renewal.invoiceId.replace(/^in_/, '')}`;
    const known = await scope.orders.find(orderId);
    if (known) {
      orders.push(known);
      continue;
    }
    const number = `${first.number.charAt(0)}-${1000 + (await scope.orders.nextNumber())}`;
    const order = await toRenewalOrder(first, renewal, { orderId, number, now: scope.clock() });
    await scope.orders.record(order);
    orders.push(order);
  }
  return orders;
}

async function toRenewalOrder(
  first: OrderRecord,
  { amount, paidAt, paymentIntentId }: PaidRenewal,
  { orderId, number, now }: { orderId: string; number: string; now: Date },
): Promise<OrderRecord> {
  const { renewal, discounts: _once, taxShares: _shares, ...frozen } = first.frozen;
  if (!renewal) throw new Error(`order ${first.orderId} has nothing that renews`);
  const lines = frozen.lines
    .filter((line) => line.interval !== undefined)
    .map(({ discountMinor: _, ...line }, index) => ({
      ...line,
      id: `${orderId.slice(4)}-${index + 1}`,
      ...(line.renewalDiscountMinor === undefined ? {} : { discountMinor: line.renewalDiscountMinor }),
    }));
  const discountMinor = lines.reduce((sum, line) => sum + BigInt(line.discountMinor ?? '0'), 0n).toString();
  const subtotalMinor = lines.reduce((sum, line) => sum + BigInt(line.lineTotal.amountMinor), 0n).toString();
  const asAgreed = amount.currency === first.currency && amount.amountMinor === BigInt(renewal.total.amountMinor);
  const order: OrderRecord = {
    tenantId: first.tenantId,
    orderId,
    userId: first.userId,
    placedAt: now.toISOString(),
    number,
    email: first.email,
    currency: amount.currency,
    totalMinor: amount.amountMinor.toString(),
    itemCount: lines.length,
    hash: '',
    frozen: {
      ...frozen,
      lines,
      subtotalMinor,
      discountMinor,
      deliveryMinor: '0',
      taxMinor: renewal.tax.amountMinor,
      roundingAdjustmentMinor: '0',
      taxLines: renewal.taxLines,
      renewalOf: first.orderId,
    },
    cartId: first.cartId,
    expiresAt: now.toISOString(),
    revision: 1,
    stockHeld: false,
    // Another amount than the one agreed is for a person to look at, as with any payment, and is not booked as sold.
    ...(asAgreed
      ? { state: 'paid', paidAt, timeline: [{ at: paidAt, what: 'paid', detail: first.number }] }
      : { state: 'needs_review', review: 'amount', timeline: [{ at: paidAt, what: 'review', detail: 'amount' }] }),
    ...(paymentIntentId ? { paymentIntentId } : {}),
  };
  return { ...order, hash: await hashOf(order) };
}
