import type { Overview } from '@tessera/contracts/api/admin.ts';
import type { z } from 'zod';
import type { OrderHead } from '../order/orders.ts';
import { toOrderSummary } from '../order/order-summary.ts';
import { needsAttention, type Concern } from './needs-attention.ts';
import { revenueByDay } from './revenue.ts';

export interface OverviewInput {
  /** Of the last 30 days, latest first. */
  orders: readonly OrderHead[];
  works: number;
  concerns: Omit<Concern, 'orders'>;
  currency: string;
  now: Date;
}

export const overviewDays = 30;
const latest = 8;

export function toOverview({ orders, works, concerns, currency, now }: OverviewInput): z.infer<typeof Overview> {
  const today = now.toISOString().slice(0, 10);
  const placed = orders.filter(({ state }) => state !== 'expired' && state !== 'cancelled');
  return {
    orders: { today: placed.filter(({ placedAt }) => placedAt.startsWith(today)).length, last30Days: placed.length },
    revenue: revenueByDay(orders, { currency, now, days: overviewDays }),
    works,
    customers: new Set(placed.map(({ userId }) => userId)).size,
    needsAttention: needsAttention({ ...concerns, orders }),
    latestOrders: orders.slice(0, latest).map(toOrderSummary),
  };
}

/** Midnight (UTC) of the first day that an overview shows. */
export const overviewStart = (now: Date): string =>
  `${new Date(now.getTime() - (overviewDays - 1) * 86_400_000).toISOString().slice(0, 10)}T00:00:00.000Z`;
