import type { Overview } from '@tessera/contracts/api/admin.ts';
import type { z } from 'zod';
import type { OrderHead } from '../order/orders.ts';

type Day = z.infer<typeof Overview>['revenue'][number];

/** What came in for sales, less what went back: one entry for each day and currency, oldest first; a day without sales has one of zero in the shop's own currency. */
export function revenueByDay(
  orders: readonly OrderHead[],
  { currency, now, days }: { currency: string; now: Date; days: number },
): Day[] {
  const sums = new Map<string, { minor: bigint; orders: number }>();
  for (const order of orders) {
    // Money that came for nothing went back, and was never a sale.
    if (order.paidAt === undefined) continue;
    const key = `${order.placedAt.slice(0, 10)} ${order.currency}`;
    const sum = sums.get(key) ?? { minor: 0n, orders: 0 };
    // A claim that a bank decided for the buyer took what no refund had given.
    const kept = order.state === 'refunded' ? 0n : BigInt(order.totalMinor) - BigInt(order.refundedMinor ?? '0');
    sums.set(key, { minor: sum.minor + kept, orders: sum.orders + 1 });
  }
  return daysUntil(now, days).flatMap((date) => {
    const own = [...sums].filter(([key]) => key.startsWith(`${date} `)).sort(([a], [b]) => (a < b ? -1 : 1));
    if (own.length === 0) return [{ date, total: { amountMinor: '0', currency }, orders: 0 }];
    return own.map(([key, sum]) => ({
      date,
      total: { amountMinor: String(sum.minor), currency: key.slice(-3) },
      orders: sum.orders,
    }));
  });
}

const daysUntil = (now: Date, days: number): string[] =>
  Array.from({ length: days }, (_, index) =>
    new Date(now.getTime() - (days - 1 - index) * 86_400_000).toISOString().slice(0, 10),
  );
