import type { Cart } from '@tessera/contracts/api/checkout.ts';
import type { Problem } from '@tessera/contracts/http.ts';
import type { CartChange, CartState, PricingState, ShellServices, Store } from '@tessera/contracts/shell-services.ts';
import { headers } from '@tessera/contracts/wire-names.ts';
import { createStore } from './create-store.ts';
import { isRecord } from './is-record.ts';

export interface CartDeps {
  fetch(input: string, init?: RequestInit): Promise<Response>;
  pricing: Store<PricingState>;
  newKey(): string;
  openDrawer(): void;
}

/** The visitor's cart. Changes go one after another; a stale version is read anew and tried once more. */
export function createCartStore({ fetch, pricing, newKey, openDrawer }: CartDeps): ShellServices['cart'] {
  const store = createStore<CartState>({ status: 'loading' });
  let queue: Promise<unknown> = Promise.resolve();

  const url = (): string => {
    const { currency, country, locale } = pricing.get();
    return `/api/cart?${new URLSearchParams({ country, currency, locale })}`;
  };

  async function refresh(): Promise<void> {
    const change = await request(fetch, url());
    if (change.ok) store.set({ status: 'ready', cart: change.cart, pending: false });
    else if (store.get().status !== 'ready') store.set({ status: 'error', problem: change.problem });
  }

  async function change(productId: string, quantity: number): Promise<CartChange> {
    if (store.get().status !== 'ready') await refresh();
    const key = newKey();
    let result = await send(productId, quantity, key);
    if (!result.ok && result.problem.status === 412) {
      await refresh();
      result = await send(productId, quantity, key);
    }
    const state = store.get();
    if (result.ok) store.set({ status: 'ready', cart: result.cart, pending: false });
    else if (state.status === 'ready') store.set({ ...state, pending: false });
    return result;
  }

  function send(productId: string, quantity: number, key: string): Promise<CartChange> {
    const state = store.get();
    if (state.status === 'ready') store.set({ ...state, pending: true });
    return request(fetch, url(), {
      method: 'POST',
      // The visitor may leave the page right after the click; the change must arrive all the same.
      keepalive: true,
      body: JSON.stringify({ op: 'set', productId, quantity }),
      headers: {
        'content-type': 'application/json',
        [headers.idempotencyKey]: key,
        ...(state.status === 'ready' ? { 'if-match': `"${state.cart.version}"` } : {}),
      },
    });
  }

  pricing.subscribe(() => void refresh());
  return {
    get: store.get,
    subscribe: store.subscribe,
    refresh,
    openDrawer,
    setQuantity(productId, quantity) {
      const result = queue.then(() => change(productId, quantity));
      queue = result.catch(() => undefined);
      return result;
    },
  };
}

async function request(fetch: CartDeps['fetch'], url: string, init?: RequestInit): Promise<CartChange> {
  try {
    const response = await fetch(url, init);
    const body: unknown = await response.json().catch(() => undefined);
    if (response.ok && isCart(body)) return { ok: true, cart: body };
    return { ok: false, problem: toProblem(body, response.status) };
  } catch {
    return { ok: false, problem: { type: 'about:blank', title: 'No connection', status: 0, code: 'offline' } };
  }
}

const isCart = (body: unknown): body is Cart =>
  isRecord(body) && Array.isArray(body['lines']) && typeof body['version'] === 'number' && isRecord(body['totals']);

const toProblem = (body: unknown, status: number): Problem => ({
  type: 'about:blank',
  title: isRecord(body) && typeof body['title'] === 'string' ? body['title'] : `HTTP ${status}`,
  code: isRecord(body) && typeof body['code'] === 'string' ? body['code'] : `http_${status}`,
  ...(isRecord(body) && typeof body['detail'] === 'string' ? { detail: body['detail'] } : {}),
  status,
});
