import { entitlementIdOf, type EntitlementRecord } from '../../table/entitlement-record.ts';
import type { OrderRecord } from '../../table/order-record.ts';

/** The rights an order gives, one for each line. Their keys follow from the order, so granting twice grants once. */
export const grantsOf = (order: OrderRecord, now: Date): EntitlementRecord[] =>
  order.frozen.lines.map((line) => ({
    tenantId: order.tenantId,
    userId: order.userId,
    productId: line.productId,
    lineId: line.id,
    entitlementId: entitlementIdOf(line.id),
    orderId: order.orderId,
    state: 'granted',
    grantedAt: now.toISOString(),
    ...(line.interval ? { endsAt: endOf(line.interval, now).toISOString() } : {}),
    line,
  }));

/** A month from the 31st ends on the next month's last day. */
function endOf(interval: 'month' | 'year', from: Date): Date {
  const months = interval === 'year' ? 12 : 1;
  const end = new Date(from);
  end.setUTCMonth(end.getUTCMonth() + months);
  const expected = (from.getUTCMonth() + months) % 12;
  if (end.getUTCMonth() !== expected) end.setUTCDate(0);
  return end;
}
