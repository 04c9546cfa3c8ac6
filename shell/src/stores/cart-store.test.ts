import type { PricingState } from '@tessera/contracts/shell-services.ts';
import { expect, it, vi } from 'vitest';
import { createCartStore } from './cart-store.ts';
import { createStore } from './create-store.ts';

const cart = (version: number, quantity: number) => ({
  id: 'crt_1',
  version,
  lines: quantity === 0 ? [] : [{ productId: 'prd_1', quantity }],
  itemCount: quantity,
  totals: {},
});
const problem = (status: number) => Response.json({ title: 'No', code: `c_${status}` }, { status });

interface Kept {
  kept: object[];
  hasWaiting: boolean;
  /** Whether the device keeps anything. */
  keeps: boolean;
}

function setUp(...answers: (Response | Error)[]) {
  const device: Kept = { kept: [], hasWaiting: false, keeps: true };
  const fetch = vi.fn((_input: string, _init?: RequestInit) => {
    const answer = answers.shift();
    return answer instanceof Response
      ? Promise.resolve(answer)
      : Promise.reject(answer ?? new Error('unexpected call'));
  });
  const pricing = createStore<PricingState>({ currency: 'USD', country: 'US', locale: 'en', taxDisplay: 'exclusive' });
  let keys = 0;
  const {
    service: store,
    deliver,
    showWaiting,
  } = createCartStore({
    fetch,
    pricing,
    newKey: () => `key-${(keys += 1)}`,
    openDrawer: () => undefined,
    queue: () =>
      Promise.resolve({
        add: (write) => Promise.resolve(device.keeps && device.kept.push(write) > 0),
        drain: () => Promise.resolve(),
      }),
    hasWaiting: () => device.hasWaiting,
  });
  const headersOf = (call: number) => new Headers(fetch.mock.calls[call]?.[1]?.headers);
  return { fetch, pricing, store, headersOf, deliver, showWaiting, device };
}

it('starts unknown and reads the cart in the visitor’s currency', async () => {
  const { store, fetch } = setUp(Response.json(cart(3, 1)));
  expect(store.get().status).toBe('loading');
  await store.refresh();
  expect(store.get()).toMatchObject({ status: 'ready', cart: { version: 3 } });
  expect(fetch.mock.calls[0]?.[0]).toBe('/api/cart?country=US&currency=USD&locale=en');
});

it('changes the version it knows', async () => {
  const { store, headersOf } = setUp(Response.json(cart(3, 1)), Response.json(cart(4, 2)));
  await store.refresh();
  expect(await store.setQuantity('prd_1', 2)).toMatchObject({ ok: true, cart: { version: 4 } });
  expect(headersOf(1).get('if-match')).toBe('"3"');
});

it('reads a stale cart anew and tries once more under the same key', async () => {
  const { store, headersOf } = setUp(
    Response.json(cart(3, 1)),
    problem(412),
    Response.json(cart(5, 1)),
    Response.json(cart(6, 2)),
  );
  await store.refresh();
  expect(await store.setQuantity('prd_1', 2)).toMatchObject({ ok: true, cart: { version: 6 } });
  expect(headersOf(3).get('if-match')).toBe('"5"');
  expect(headersOf(3).get('idempotency-key')).toBe(headersOf(1).get('idempotency-key'));
});

it.each([
  ['a refusal', problem(409), 409],
  ['no connection', new TypeError('Failed to fetch'), 0],
])('leaves the cart as it was after %s', async (_what, answer, status) => {
  const { store, device } = setUp(Response.json(cart(3, 1)), answer);
  device.keeps = false;
  await store.refresh();
  expect(await store.setQuantity('prd_1', 2)).toMatchObject({ ok: false, problem: { status } });
  expect(store.get()).toMatchObject({ status: 'ready', pending: false, cart: { version: 3 } });
});

it('sends changes one after another', async () => {
  const { store, headersOf } = setUp(Response.json(cart(1, 0)), Response.json(cart(2, 1)), Response.json(cart(3, 2)));
  await store.refresh();
  await Promise.all([store.setQuantity('prd_1', 1), store.setQuantity('prd_1', 2)]);
  expect(headersOf(1).get('if-match')).toBe('"1"');
  expect(headersOf(2).get('if-match')).toBe('"2"');
});

it('is priced anew where the visitor chooses another currency', async () => {
  const { store, pricing, fetch } = setUp(Response.json(cart(1, 0)), Response.json(cart(1, 0)));
  await store.refresh();
  pricing.set({ ...pricing.get(), currency: 'EUR' });
  expect(fetch.mock.lastCall?.[0]).toContain('currency=EUR');
});

it('keeps a change that cannot be sent, under the key it was sent with', async () => {
  const { store, device, headersOf } = setUp(Response.json(cart(3, 1)), new TypeError('Failed to fetch'));
  await store.refresh();
  expect(await store.setQuantity('prd_1', 2)).toEqual({ ok: true, waiting: true });
  expect(device.kept).toEqual([{ key: headersOf(1).get('idempotency-key'), productId: 'prd_1', quantity: 2 }]);
  expect(store.get()).toMatchObject({ status: 'ready', pending: false, cart: { version: 3 } });
});

it('puts a change behind those that wait', async () => {
  const { store, device, fetch } = setUp();
  device.hasWaiting = true;
  expect(await store.setQuantity('prd_2', 1)).toEqual({ ok: true, waiting: true });
  expect(fetch).not.toHaveBeenCalled();
});

it('shows the last quantity that was chosen for each product', async () => {
  const { store, showWaiting } = setUp(Response.json(cart(3, 1)));
  const write = (productId: string, quantity: number) => ({ key: 'k', owner: 'visitor', at: 0, productId, quantity });
  showWaiting([write('prd_1', 2), write('prd_2', 1), write('prd_1', 3)]);
  await store.refresh();
  expect(store.get()).toMatchObject({ status: 'ready', waiting: { prd_1: 3, prd_2: 1 } });
  showWaiting([]);
  expect(store.get().waiting).toBeUndefined();
});

it.each([
  ['taken', Response.json(cart(2, 1)), { sent: true }],
  ['refused', problem(409), { sent: false, problem: { status: 409 } }],
  ['a busy shop', problem(429), { sent: false, reason: 'unreachable' }],
  ['a broken shop', problem(503), { sent: false, reason: 'unreachable' }],
  ['no network', new TypeError('Failed to fetch'), { sent: false, reason: 'unreachable' }],
])('delivers what waited: %s', async (_what, answer, outcome) => {
  const { deliver } = setUp(answer);
  const write = { key: 'k', owner: 'visitor', productId: 'prd_1', quantity: 1, at: 0 };
  expect(await deliver(write)).toMatchObject(outcome);
});
