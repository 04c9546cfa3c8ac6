import type { PricingState } from '@tessera/contracts/shell-services.ts';
import { expect, it, vi } from 'vitest';
import { createCartStore } from './cart-store.ts';
import { createStore } from './create-store.ts';
import { createUnansweredWrites, type UnansweredWrites } from './unanswered-writes.ts';

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

const memory = (items = new Map<string, string>()) =>
  ({
    getItem: (name: string) => items.get(name) ?? null,
    setItem: (name: string, value: string) => void items.set(name, value),
    removeItem: (name: string) => void items.delete(name),
  }) as unknown as Storage;

function setUp(...answers: (Response | Error | Promise<Response>)[]) {
  const storage = memory();
  return setUpAfter(
    createUnansweredWrites(() => storage, Date.now),
    ...answers,
  );
}

/** The store of a page, after pages that left these changes behind. */
function setUpAfter(unanswered: UnansweredWrites, ...answers: (Response | Error | Promise<Response>)[]) {
  const device: Kept = { kept: [], hasWaiting: false, keeps: true };
  const fetch = vi.fn((_input: string, _init?: RequestInit) => {
    const answer = answers.shift();
    return answer instanceof Response || answer instanceof Promise
      ? Promise.resolve<Response>(answer)
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
    unanswered,
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

it('sends again, under its key, what a page was left before the answer to, and shows the cart after that', async () => {
  const storage = memory();
  const unanswered = () => createUnansweredWrites(() => storage, Date.now);
  const before = setUpAfter(unanswered(), Response.json(cart(1, 0)), new Promise<Response>(() => undefined));
  void before.store.setQuantity('prd_1', 2);
  await vi.waitFor(() => expect(before.fetch).toHaveBeenCalledTimes(2));
  const after = setUpAfter(
    unanswered(),
    Response.json(cart(1, 0)),
    Response.json(cart(2, 2)),
    Response.json(cart(2, 2)),
  );
  await after.store.refresh();
  expect(after.store.get()).toMatchObject({ status: 'ready', cart: { itemCount: 2 } });
  expect(after.headersOf(1).get('idempotency-key')).toBe('key-1');
  expect(unanswered().list()).toEqual([]);
  const next = setUpAfter(unanswered(), Response.json(cart(2, 2)));
  await next.store.refresh();
  expect(next.fetch).toHaveBeenCalledTimes(1);
});

it('sends what was left behind what waits on the device, which is there only after the store is made', async () => {
  const storage = memory();
  const unanswered = createUnansweredWrites(() => storage, Date.now);
  unanswered.note({ key: 'key-0', productId: 'prd_1', quantity: 2 });
  const { store, device } = setUpAfter(unanswered, Response.json(cart(1, 0)));
  device.hasWaiting = true;
  await store.refresh();
  expect(device.kept).toEqual([{ key: 'key-0', productId: 'prd_1', quantity: 2 }]);
  expect(unanswered.list()).toEqual([]);
});

it('keeps a change that waits behind another one, and forgets one that is a minute old', () => {
  const storage = memory();
  let now = 1_000;
  const unanswered = () =>
    createUnansweredWrites(
      () => storage,
      () => now,
    );
  const { store } = setUpAfter(unanswered(), new Promise<Response>(() => undefined));
  void store.setQuantity('prd_1', 1);
  void store.setQuantity('prd_2', 1);
  expect(
    unanswered()
      .list()
      .map(({ productId }) => productId),
  ).toEqual(['prd_1', 'prd_2']);
  now += 60_000;
  expect(unanswered().list()).toEqual([]);
});

it('goes without where nothing can be stored, or what is stored is not ours', async () => {
  const blocked = createUnansweredWrites(() => {
    throw new DOMException('denied', 'SecurityError');
  }, Date.now);
  const { store } = setUpAfter(blocked, Response.json(cart(1, 0)), Response.json(cart(2, 1)));
  expect(await store.setQuantity('prd_1', 1)).toMatchObject({ ok: true });
  const strange = memory(new Map([['tessera.cart.unanswered', '[{"key":1},null]']]));
  expect(createUnansweredWrites(() => strange, Date.now).list()).toEqual([]);
});
