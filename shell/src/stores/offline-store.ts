import type { OfflineState, ShellServices } from '@tessera/contracts/shell-services.ts';
import { createStore } from './create-store.ts';

export interface OfflineStore {
  service: ShellServices['offline'];
  /** A newer shell waits; `apply` makes it take over. */
  offerUpdate(apply: () => void): void;
  /** So many writes wait for the network. */
  setQueuedWrites(count: number): void;
}

const storageKey = 'tessera-waiting';

/** The count outlives the page, so that the next one knows of waiting writes before it has read them. */
export function createOfflineStore(
  window: Pick<Window, 'navigator' | 'addEventListener'>,
  storage: () => Storage,
): OfflineStore {
  const store = createStore<OfflineState>({
    online: window.navigator.onLine,
    updateReady: false,
    queuedWrites: readCount(storage),
  });
  let applyUpdate = (): void => undefined;
  for (const type of ['online', 'offline'] as const)
    window.addEventListener(type, () => store.set({ ...store.get(), online: type === 'online' }));
  return {
    offerUpdate(apply) {
      applyUpdate = apply;
      store.set({ ...store.get(), updateReady: true });
    },
    setQueuedWrites(queuedWrites) {
      if (queuedWrites !== store.get().queuedWrites) store.set({ ...store.get(), queuedWrites });
      try {
        if (queuedWrites === 0) storage().removeItem(storageKey);
        else storage().setItem(storageKey, String(queuedWrites));
      } catch {
        // Denied: the writes are then found once the page is idle.
      }
    },
    service: { get: store.get, subscribe: store.subscribe, applyUpdate: () => applyUpdate() },
  };
}

function readCount(storage: () => Storage): number {
  try {
    return Number(storage().getItem(storageKey)) || 0;
  } catch {
    return 0;
  }
}
