import type { Cart } from '@tessera/contracts/api/checkout.ts';
import type { CartChange, CartState, PricingState, ShellServices, Store } from '@tessera/contracts/shell-services.ts';
import { headers } from '@tessera/contracts/wire-names.ts';
import type { WaitingWrite } from '../waiting/waiting-write.ts';
import type { SendOutcome, WriteQueue } from '../waiting/write-queue.ts';
import { requestCart } from './cart-request.ts';
import { createStore } from './create-store.ts';
import type { UnansweredWrite, UnansweredWrites } from './unanswered-writes.ts';

export interface CartDeps {
  fetch(input: string, init?: RequestInit): Promise<Response>;
  pricing: Store<PricingState>;
  newKey(): string;
  openDrawer(): void;
  /** Where changes wait for the network; undefined where this device keeps none. */
  queue(): Promise<Pick<WriteQueue, 'add' | 'drain'> | undefined>;
  /** Whether earlier changes wait: a new one goes behind them. */
  hasWaiting(): boolean;
  /** What the page before this one began and was left before it was answered. */
  unanswered: UnansweredWrites;
}

export interface CartStore {
  service: ShellServices['cart'];
  /** Sends a change that waited. */
  deliver(write: WaitingWrite): Promise<SendOutcome>;
  /** These changes have not reached the shop. */
  showWaiting(writes: readonly WaitingWrite[]): void;
}

/**
 * The visitor's cart. Changes go one after another; a stale version is read anew and tried once more; a change that
 * cannot be sent waits on the device; one whose page was left before its answer is sent again, before the cart is shown.
 */
export function createCartStore({ fetch, pricing, newKey, openDrawer, ...deps }: CartDeps): CartStore {
  const store = createStore<CartState>({ status: 'loading' });

  const url = (): string => {
    const { currency, country, locale } = pricing.get();
    return `/api/cart?${new URLSearchParams({ country, currency, locale })}`;
  };
  const waiting = (): Pick<CartState, 'waiting'> => {
    const known = store.get().waiting;
    return known ? { waiting: known } : {};
  };
  const show = (cart: Cart): void => store.set({ status: 'ready', cart, pending: false, ...waiting() });

  async function refresh(): Promise<void> {
    const change = await requestCart(fetch, url());
    if (change.ok) show(change.cart);
    else if (store.get().status !== 'ready') store.set({ status: 'error', problem: change.problem, ...waiting() });
  }

  async function change(write: UnansweredWrite): Promise<CartChange> {
    const result = await sendOrKeep(write);
    deps.unanswered.forget(write.key);
    return result;
  }

  async function sendOrKeep(write: UnansweredWrite): Promise<CartChange> {
    if (deps.hasWaiting()) await (await deps.queue())?.drain();
    if (deps.hasWaiting() && (await keep(write))) return { ok: true, waiting: true };
    if (store.get().status !== 'ready') await refresh();
    const result = await send(write);
    return !result.ok && result.problem.code === 'offline' && (await keep(write))
      ? { ok: true, waiting: true }
      : result;
  }

  const keep = async (write: UnansweredWrite): Promise<boolean> =>
    (await (await deps.queue())?.add(write).catch(() => false)) ?? false;

  async function send(write: UnansweredWrite): ReturnType<typeof requestCart> {
    let result = await post(write);
    if (!result.ok && result.problem.status === 412) {
      await refresh();
      result = await post(write);
    }
    const state = store.get();
    if (result.ok) show(result.cart);
    else if (state.status === 'ready') store.set({ ...state, pending: false });
    return result;
  }

  function post({ key, productId, quantity }: UnansweredWrite): ReturnType<typeof requestCart> {
    const state = store.get();
    if (state.status === 'ready') store.set({ ...state, pending: true });
    return requestCart(fetch, url(), {
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

  async function resume(): Promise<void> {
    for (const write of deps.unanswered.list()) await change(write);
  }

  // What this store is given may be made after it: it begins once the page's services are there.
  const resumed = Promise.resolve()
    .then(resume)
    .catch(() => undefined);
  let turn: Promise<unknown> = resumed;
  pricing.subscribe(() => void refresh());
  return {
    service: {
      get: store.get,
      subscribe: store.subscribe,
      refresh: () => resumed.then(refresh),
      openDrawer,
      setQuantity(productId, quantity) {
        const write = { key: newKey(), productId, quantity };
        // Before its turn comes the page may be gone.
        deps.unanswered.note(write);
        const result = turn.then(() => change(write));
        turn = result.catch(() => undefined);
        return result;
      },
    },
    async deliver(write) {
      const result = await send(write);
      if (result.ok) return { sent: true };
      return mayPass(result.problem.status)
        ? { sent: false, reason: 'unreachable' }
        : { sent: false, problem: result.problem };
    },
    showWaiting(writes) {
      const { waiting: _former, ...state } = store.get();
      const latest = Object.fromEntries(writes.map(({ productId, quantity }) => [productId, quantity]));
      store.set(writes.length === 0 ? state : { ...state, waiting: latest });
    },
  };
}

/** Not the change's fault: no network, a cart that keeps changing, a busy or broken shop. */
const mayPass = (status: number): boolean => status === 0 || status === 412 || status === 429 || status >= 500;
