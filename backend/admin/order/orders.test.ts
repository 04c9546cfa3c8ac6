import { afterAll, beforeAll, expect, test } from 'vitest';
import { orderOf, putOrder } from '../testing/orders.ts';
import { Items, startWorld, type World } from '../testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
  for (let day = 1; day <= 5; day++)
    await putOrder(
      world.table,
      orderOf('aria', {
        orderId: `ord_day-${day}`,
        number: `A-100${day}`,
        placedAt: `2026-10-0${day}T08:00:00.000Z`,
        state: day === 2 ? 'needs_review' : 'paid',
        email: day === 3 ? 'grace@example.com' : 'ada@example.com',
      }),
    );
  await putOrder(world.table, orderOf('folio', { orderId: 'ord_folio', number: 'F-1', email: 'grace@example.com' }));
});
afterAll(() => world.stop());

const list = async (query: string, tenant = 'aria') =>
  Items.parse(await world.json(`/api/admin/orders${query}`, { tenant }));
const numbers = ({ items }: { items: Record<string, unknown>[] }) => items.map(({ number }) => number);

test('lists this tenant’s orders, latest first', async () => {
  expect(numbers(await list(''))).toEqual(['A-1005', 'A-1004', 'A-1003', 'A-1002', 'A-1001']);
  expect(numbers(await list('', 'folio'))).toEqual(['F-1']);
});

test('pages go on where the last one ended, and end', async () => {
  const first = await list('?limit=2');
  const second = await list(`?limit=2&cursor=${first.nextCursor}`);
  const third = await list(`?limit=2&cursor=${second.nextCursor}`);
  expect([first, second, third].flatMap(numbers)).toEqual(['A-1005', 'A-1004', 'A-1003', 'A-1002', 'A-1001']);
  expect(third.nextCursor).toBeUndefined();
});

test.each([
  ['?state=needs_review', ['A-1002']],
  ['?q=a-1004', ['A-1004']],
  ['?q=Grace@', ['A-1003']],
  ['?q=nobody', []],
  ['?state=paid&q=grace', ['A-1003']],
])('%s finds %j', async (query, expected) => {
  expect(numbers(await list(query))).toEqual(expected);
});

test('one order with its lines, totals and timeline', async () => {
  expect(await world.json('/api/admin/orders/ord_day-2')).toMatchObject({
    number: 'A-1002',
    state: 'needs_review',
    lines: [{ title: 'Tide' }],
    totals: { total: { amountMinor: '1299', currency: 'USD' } },
    timeline: [{ what: 'placed' }],
  });
});

test('another tenant’s order is answered like a missing one', async () => {
  const [foreign, missing] = await Promise.all(
    ['ord_folio', 'ord_none'].map((id) => world.get(`/api/admin/orders/${id}`)),
  );
  expect([foreign?.status, missing?.status]).toEqual([404, 404]);
  expect(await foreign?.text()).toBe(await missing?.text());
});

test.each(['?limit=0', '?state=unknown', '?cursor=nonsense'])('%s is refused', async (query) => {
  expect((await world.get(`/api/admin/orders${query}`)).status).toBe(422);
});
