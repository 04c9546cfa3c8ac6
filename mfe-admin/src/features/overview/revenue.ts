import type { Overview } from '../../shared/types.ts';

export interface RevenueDay {
  date: string;
  amountMinor: bigint;
  orders: number;
}

export interface CurrencyRevenue {
  currency: string;
  days: readonly RevenueDay[];
  totalMinor: bigint;
  orders: number;
}

/** A month of takings, each currency by itself: amounts of two never add up. The one with the most orders comes first. */
export function revenueByCurrency(revenue: Overview['revenue']): CurrencyRevenue[] {
  const dates = [...new Set(revenue.map(({ date }) => date))];
  const currencies = [...new Set(revenue.map(({ total }) => total.currency))];
  return currencies
    .map((currency) => {
      const own = new Map(revenue.filter(({ total }) => total.currency === currency).map((day) => [day.date, day]));
      const days = dates.map((date) => ({
        date,
        amountMinor: BigInt(own.get(date)?.total.amountMinor ?? '0'),
        orders: own.get(date)?.orders ?? 0,
      }));
      return {
        currency,
        days,
        totalMinor: days.reduce((sum, { amountMinor }) => sum + amountMinor, 0n),
        orders: days.reduce((sum, { orders }) => sum + orders, 0),
      };
    })
    .sort((a, b) => b.orders - a.orders);
}

/** Heights of bars out of `full`, the highest being all of it; what was refunded on balance has none. */
export function barHeights(days: readonly RevenueDay[], full: number): number[] {
  const highest = days.reduce((max, { amountMinor }) => (amountMinor > max ? amountMinor : max), 1n);
  return days.map(({ amountMinor }) => (amountMinor > 0n ? Number((amountMinor * BigInt(full)) / highest) : 0));
}
