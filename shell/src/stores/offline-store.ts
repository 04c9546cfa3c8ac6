import type { OfflineState, ShellServices } from '@tessera/contracts/shell-services.ts';
import { createStore } from './create-store.ts';

export interface OfflineStore {
  service: ShellServices['offline'];
  /** A newer shell waits; `apply` makes it take over. */
  offerUpdate(apply: () => void): void;
}

export function createOfflineStore(window: Pick<Window, 'navigator' | 'addEventListener'>): OfflineStore {
  const store = createStore<OfflineState>({ online: window.navigator.onLine, updateReady: false, queuedWrites: 0 });
  let applyUpdate = (): void => undefined;
  for (const type of ['online', 'offline'] as const)
    window.addEventListener(type, () => store.set({ ...store.get(), online: type === 'online' }));
  return {
    offerUpdate(apply) {
      applyUpdate = apply;
      store.set({ ...store.get(), updateReady: true });
    },
    service: { get: store.get, subscribe: store.subscribe, applyUpdate: () => applyUpdate() },
  };
}
