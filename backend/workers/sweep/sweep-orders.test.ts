import { afterAll, beforeAll, expect, test } from 'vitest';
import { stockOf } from '../../checkout/testing/seed.ts';
import { startWorld, vinyl, type World } from '../../checkout/testing/world.ts';
import { sweepOrders } from './sweep-orders.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

test('an order in time is left alone; afterwards its page is closed and its stock comes back, once', async () => {
  const { url, orderId } = await world.placed('aria', 'usr_late', vinyl, 2);
  expect(await stockOf(world.table, 'aria', vinyl)).toBe(3);
  expect(await sweepOrders(world.scope('aria'))).toEqual({ expired: 0, settled: 0 });
  world.time.offsetMs += 41 * 60_000;
  const results = await Promise.all([sweepOrders(world.scope('aria')), sweepOrders(world.scope('aria'))]);
  expect(results.some(({ expired }) => expired === 1)).toBe(true);
  expect(await stockOf(world.table, 'aria', vinyl)).toBe(5);
  expect((await world.order('aria', 'usr_late', orderId)).state).toBe('expired');
  expect((await world.pay(url)).status).not.toBe(303);
  expect(await sweepOrders(world.scope('aria'))).toEqual({ expired: 0, settled: 0 });
});

test('who paid in the last second, and whose webhook never came, has paid', async () => {
  const { url, orderId } = await world.placed('aria', 'usr_last_second', vinyl);
  await world.pay(url);
  world.time.offsetMs += 41 * 60_000;
  expect(await sweepOrders(world.scope('aria'))).toEqual({ expired: 0, settled: 1 });
  expect((await world.order('aria', 'usr_last_second', orderId)).state).toBe('paid');
});

test('an order whose page was never opened expires by itself', async () => {
  const scope = world.scope('aria');
  const before = await stockOf(world.table, 'aria', vinyl);
  const { orderId } = await world.placed('aria', 'usr_crashed', vinyl);
  const order = await scope.orders.find(orderId);
  if (!order) throw new Error('no order');
  const { sessionId: _, sessionUrl: __, ...unopened } = order;
  const crashed = {
    ...scope,
    orders: { ...scope.orders, find: () => Promise.resolve(unopened), listPlaced: () => Promise.resolve([unopened]) },
  };
  world.time.offsetMs += 41 * 60_000;
  expect(await sweepOrders(crashed)).toEqual({ expired: 1, settled: 0 });
  expect(await stockOf(world.table, 'aria', vinyl)).toBe(before);
});
