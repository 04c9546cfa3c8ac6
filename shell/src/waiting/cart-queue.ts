import type { Problem } from '@tessera/contracts/http.ts';
import type { AuthStore } from '../stores/auth-store.ts';
import type { CartStore } from '../stores/cart-store.ts';
import type { OfflineStore } from '../stores/offline-store.ts';
import { createOwnerMemory, ownerOf } from './owner.ts';
import type { WriteQueue } from './write-queue.ts';

export interface CartQueueDeps {
  tenantId: string;
  auth: AuthStore;
  cart: CartStore;
  offline: OfflineStore;
  storage(): Storage;
}

export interface CartQueue {
  /** The queue, whose code and database are opened when first needed; undefined where the device keeps nothing. */
  open(): Promise<WriteQueue | undefined>;
  /** Sends what waits. */
  drain(): Promise<void>;
  /** Somebody signs out: nothing of theirs stays on the device. */
  forget(): Promise<void>;
  /** Told of each change that has arrived, or that the shop refused. */
  onSettled(listener: (problem: Problem | undefined) => void): void;
}

/** Joins the cart, the session and the network to the queue of writes. */
export function createCartQueue({ tenantId, auth, cart, offline, storage }: CartQueueDeps): CartQueue {
  const memory = createOwnerMemory(storage);
  let opening: Promise<WriteQueue | undefined> | undefined;
  let settled = (_problem: Problem | undefined): void => undefined;

  const owner = (): string | undefined => ownerOf(auth.service.get()) ?? memory.recall();

  async function load(): Promise<WriteQueue> {
    const { openWriteQueue } = await import('./open-write-queue.ts');
    return openWriteQueue({
      tenantId,
      owner,
      send: (write) => cart.deliver(write),
      async confirmOwner() {
        return (await auth.refresh()) ? ownerOf(auth.service.get()) : undefined;
      },
      onWaiting(writes) {
        offline.setQueuedWrites(writes.length);
        cart.showWaiting(writes);
      },
      onSettled: ({ problem }) => settled(problem),
    });
  }

  const open = (): Promise<WriteQueue | undefined> =>
    (opening ??= load().catch(() => {
      // Neither its code nor its database may be there for good: the next change tries again.
      opening = undefined;
      return undefined;
    }));

  auth.service.subscribe(() => {
    const now = ownerOf(auth.service.get());
    if (now === undefined || now === memory.recall()) return;
    memory.remember(now);
    void opening?.then((queue) => queue?.recount());
  });

  return {
    open,
    drain: async () => (await open())?.drain(),
    async forget() {
      await (await open())?.clear();
      memory.remember(undefined);
    },
    onSettled(listener) {
      settled = listener;
    },
  };
}
