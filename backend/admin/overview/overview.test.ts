import { Overview } from '@tessera/contracts/api/admin.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { orderOf, putOrder } from '../testing/orders.ts';
import { startWorld, type World } from '../testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const daysAgo = (days: number) => new Date(world.clock().getTime() - days * 86_400_000).toISOString();
const overview = async (tenant = 'aria') => Overview.parse(await world.json('/api/admin/overview', { tenant }));

test('a shop without orders has a month of zeros in its own currency', async () => {
  const { revenue, orders, latestOrders, works } = await overview('folio');
  expect(revenue).toHaveLength(30);
  expect(revenue.every(({ total }) => total.amountMinor === '0' && total.currency === 'USD')).toBe(true);
  expect({ orders, latestOrders, works }).toEqual({ orders: { today: 0, last30Days: 0 }, latestOrders: [], works: 1 });
});

test('adds up what came in, by day and currency, and says what needs attention', async () => {
  const paidAt = daysAgo(0);
  const orders = [
    { orderId: 'ord_today', placedAt: daysAgo(0), paidAt },
    {
      orderId: 'ord_refunded',
      placedAt: daysAgo(0),
      paidAt,
      refundedMinor: '299',
      state: 'partially_refunded' as const,
    },
    { orderId: 'ord_euro', placedAt: daysAgo(0), paidAt, currency: 'EUR', totalMinor: '1000', userId: 'usr_other' },
    { orderId: 'ord_review', placedAt: daysAgo(3), state: 'needs_review' as const, number: 'A-7' },
    { orderId: 'ord_lost', placedAt: daysAgo(0), paidAt, state: 'refunded' as const },
    { orderId: 'ord_unsold', placedAt: daysAgo(3), state: 'refunded' as const },
    { orderId: 'ord_expired', placedAt: daysAgo(3), state: 'expired' as const, userId: 'usr_gone' },
    { orderId: 'ord_old', placedAt: daysAgo(31), paidAt },
  ];
  for (const order of orders) await putOrder(world.table, orderOf('aria', order));
  const seen = await overview();
  const today = daysAgo(0).slice(0, 10);
  expect(seen.orders).toEqual({ today: 4, last30Days: 6 });
  expect(seen.customers).toBe(2);
  expect(seen.works).toBe(3);
  expect(seen.revenue.filter(({ date }) => date === today)).toEqual([
    { date: today, total: { amountMinor: '1000', currency: 'EUR' }, orders: 1 },
    { date: today, total: { amountMinor: '2299', currency: 'USD' }, orders: 3 },
  ]);
  expect(seen.revenue.filter(({ orders: count }) => count > 0)).toHaveLength(2);
  expect(seen.latestOrders.map(({ id }) => id)).not.toContain('ord_old');
  expect(seen.needsAttention).toEqual([
    { kind: 'order-review', text: 'A-7', href: '/admin/orders/ord_review' },
    { kind: 'stock-low', text: 'Ebb – LP (2)', href: '/work/wrk_ebb' },
  ]);
});
