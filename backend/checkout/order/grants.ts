import type { Lot } from '@tessera/commerce/tokens/wallet.ts';
import { entitlementIdOf, type EntitlementRecord } from '../../table/entitlement-record.ts';
import type { OrderRecord } from '../../table/order-record.ts';

/** The rights an order gives, one for each line that is not tokens. Their keys follow from the order, so granting twice grants once. */
export const grantsOf = (order: OrderRecord, now: Date): EntitlementRecord[] =>
  order.frozen.lines
    .filter(({ tokens }) => tokens === undefined)
    .map((line) => ({
      tenantId: order.tenantId,
      userId: order.userId,
      productId: line.productId,
      lineId: line.id,
      entitlementId: entitlementIdOf(line.id),
      orderId: order.orderId,
      state: 'granted',
      grantedAt: now.toISOString(),
      ...(line.interval ? { endsAt: monthsLater(now, line.interval === 'year' ? 12 : 1).toISOString() } : {}),
      line,
    }));

/** The tokens an order gives, a lot for each line of them. */
export const lotsOf = (order: OrderRecord, now: Date): Lot[] =>
  order.frozen.lines.flatMap(({ id, tokens, quantity }) =>
    tokens
      ? [
          {
            lotId: id,
            orderId: order.orderId,
            granted: tokens.amount * quantity,
            left: tokens.amount * quantity,
            grantedAt: now.toISOString(),
            expiresAt: monthsLater(now, tokens.validMonths).toISOString(),
          },
        ]
      : [],
  );

/** A month from the 31st ends on the next month's last day. */
function monthsLater(from: Date, months: number): Date {
  const end = new Date(from);
  end.setUTCMonth(end.getUTCMonth() + months);
  const expected = (from.getUTCMonth() + months) % 12;
  if (end.getUTCMonth() !== expected) end.setUTCDate(0);
  return end;
}
