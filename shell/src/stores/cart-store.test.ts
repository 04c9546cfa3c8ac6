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

function setUp(...answers: (Response | Error)[]) {
  const fetch = vi.fn((_input: string, _init?: RequestInit) => {
    const answer = answers.shift();
    return answer instanceof Response
      ? Promise.resolve(answer)
      : Promise.reject(answer ?? new Error('unexpected call'));
  });
  const pricing = createStore<PricingState>({ currency: 'USD', country: 'US', locale: 'en', taxDisplay: 'exclusive' });
  let keys = 0;
  const store = createCartStore({ fetch, pricing, newKey: () => `key-${(keys += 1)}`, openDrawer: () => undefined });
  const headersOf = (call: number) => new Headers(fetch.mock.calls[call]?.[1]?.headers);
  return { fetch, pricing, store, headersOf };
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
  const { store } = setUp(Response.json(cart(3, 1)), answer);
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
