import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readRefunds } from '../../table/order-refunds.ts';
import { orderOf, putOrder } from '../testing/orders.ts';
import { startWorld, type CallOptions, type World } from '../testing/world.ts';

let world: World;
let serial = 0;
let orderId = '';
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());
beforeEach(async () => {
  orderId = `ord_refund-${(serial += 1)}`;
  const { frozen } = orderOf('aria', { orderId, number: 'A-1' });
  const [line] = frozen.lines;
  if (!line) throw new Error('no line');
  await putOrder(
    world.table,
    orderOf('aria', {
      orderId,
      totalMinor: '2129',
      frozen: {
        ...frozen,
        lines: [line, { ...line, id: 'second', unitPrice: usd('350'), lineTotal: usd('700'), quantity: 2 }],
        subtotalMinor: '1999',
        taxMinor: '130',
        taxLines: [
          { label: 'WA sales tax 6.5%', ratePercent: '6.5', taxable: usd('1999'), amount: usd('130'), included: false },
        ],
      },
    }),
  );
});

const usd = (amountMinor: string) => ({ amountMinor, currency: 'USD' });
const second = (quantity = 1) => ({ lines: [{ lineId: 'second', quantity }], delivery: false });
const url = () => `/api/admin/orders/${orderId}/refunds`;
let keys = 0;
const refund = (body: Record<string, unknown>, options: CallOptions & { key?: string } = {}) =>
  world.post(
    url(),
    { restock: false, ...body },
    {
      ...options,
      more: { 'idempotency-key': options.key ?? `key-${(keys += 1)}-0000` },
    },
  );
const codeOf = async (response: Response) => [response.status, (await response.json()).code];

test('a preview says line, tax and rest to the cent, and writes nothing', async () => {
  const response = await world.post(`${url()}/preview`, second());
  expect([response.status, await response.json()]).toEqual([
    200,
    {
      amount: usd('373'),
      parts: [{ id: 'second', quantity: 1, gross: usd('373'), tax: usd('23') }],
      taxes: [{ label: 'WA sales tax 6.5%', amount: usd('23') }],
      left: usd('1756'),
    },
  ]);
  expect(await readRefunds(world.table, 'aria', orderId)).toEqual([]);
});

test('a refund is written down with its order, under a key of its own, and told of', async () => {
  const response = await refund({ ...second(), expected: usd('373'), reason: 'Scratched' });
  expect([response.status, await response.json()]).toMatchObject([
    202,
    { n: 1, state: 'requested', amount: usd('373') },
  ]);
  expect(await readRefunds(world.table, 'aria', orderId)).toMatchObject([
    { key: `refund:${orderId}:1`, state: 'requested', requestedBy: 'usr_boss', reason: 'Scratched' },
  ]);
  expect(await world.json(`/api/admin/orders/${orderId}`)).toMatchObject({
    state: 'paid',
    refundable: { amount: usd('1756') },
    refunds: [{ n: 1, state: 'requested' }],
    timeline: [{ what: 'placed' }, { what: 'refund-requested' }],
  });
  expect(await world.audited(orderId)).toEqual(['refund.requested by usr_boss']);
});

test('all pieces, one after another, come to the whole', async () => {
  const amounts = ['373', '373', '1383'];
  const wishes = [second(), second(), { lines: [], delivery: false, amount: usd('1383') }];
  for (const [index, wish] of wishes.entries())
    expect((await refund({ ...wish, expected: usd(amounts[index] ?? '') })).status).toBe(202);
  expect(await world.json(`/api/admin/orders/${orderId}`)).toMatchObject({
    refundable: { amount: usd('0'), refusal: 'nothing_left' },
  });
  expect(await codeOf(await refund({ ...second(), expected: usd('1') }))).toEqual([409, 'quantity_over_left']);
});

test('the same key twice is one refund; with another body a conflict; and many at once are one', async () => {
  const body = { ...second(), expected: usd('373') };
  const answers = await Promise.all(Array.from({ length: 6 }, () => refund(body, { key: 'double-click' })));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([202]));
  expect(await readRefunds(world.table, 'aria', orderId)).toHaveLength(1);
  const other = await refund({ ...second(2), expected: usd('745') }, { key: 'double-click' });
  expect(await codeOf(other)).toEqual([409, 'idempotency_key_reused']);
});

test('two admins at once never give back more than there is', async () => {
  const all = { lines: [], delivery: false, amount: usd('2129'), expected: usd('2129') };
  const answers = await Promise.all([refund(all), refund(all), refund(all)]);
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([202, 409, 409]);
});

describe('refused', () => {
  test.each<[string, Record<string, unknown>, [number, string]]>([
    ['another amount than was shown', { ...second(), expected: usd('374') }, [409, 'refund_changed']],
    [
      'over what is left',
      { lines: [], delivery: false, amount: usd('2130'), expected: usd('2130') },
      [409, 'amount_over_left'],
    ],
    ['more pieces than there are', { ...second(3), expected: usd('1119') }, [409, 'quantity_over_left']],
    ['nothing', { lines: [], delivery: false, expected: usd('0') }, [422, 'invalid_request']],
    [
      'a negative amount',
      { lines: [], delivery: false, amount: usd('-5'), expected: usd('-5') },
      [422, 'invalid_request'],
    ],
    ['half a piece', { ...second(0.5), expected: usd('1') }, [422, 'invalid_request']],
    ['no pieces', { ...second(0), expected: usd('0') }, [422, 'invalid_request']],
    [
      'a line of another order',
      { lines: [{ lineId: 'x', quantity: 1 }], delivery: false, expected: usd('1') },
      [422, 'invalid_request'],
    ],
    ['delivery where there was none', { lines: [], delivery: true, expected: usd('1') }, [422, 'invalid_request']],
    [
      'another currency',
      { lines: [], delivery: false, amount: { amountMinor: '5', currency: 'EUR' }, expected: usd('5') },
      [422, 'invalid_request'],
    ],
    ['no wish', {}, [422, 'invalid_request']],
  ])('%s', async (_, body, expected) => {
    expect(await codeOf(await refund(body))).toEqual(expected);
    expect(await readRefunds(world.table, 'aria', orderId)).toEqual([]);
  });

  test.each([
    ['disputed', 'order_disputed'],
    ['pending', 'not_paid'],
    ['needs_review', 'under_review'],
  ] as const)('an order that is %s', async (state, code) => {
    await putOrder(world.table, orderOf('aria', { orderId, state }));
    const body = { lines: [], delivery: false, amount: usd('100'), expected: usd('100') };
    expect(await codeOf(await refund(body))).toEqual([409, code]);
    expect(await codeOf(await world.post(`${url()}/preview`, body))).toEqual([409, code]);
  });

  test('without a key, without a session, without the role, and of another shop', async () => {
    const body = { ...second(), restock: false, expected: usd('373') };
    expect((await world.post(url(), body)).status).toBe(422);
    expect((await refund(body, { as: null })).status).toBe(401);
    expect((await refund(body, { as: 'usr_s:staff' })).status).toBe(403);
    const [foreign, missing] = [
      await refund(body, { tenant: 'folio' }),
      await world.post('/api/admin/orders/ord_none/refunds', body, { more: { 'idempotency-key': 'some-key-1' } }),
    ];
    expect([foreign.status, missing.status]).toEqual([404, 404]);
    expect(await foreign.text()).toBe(await missing.text());
  });
});
