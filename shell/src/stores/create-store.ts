import type { Store } from '@tessera/contracts/shell-services.ts';

export interface WritableStore<T> extends Store<T> {
  set(value: T): void;
}

/** A value that tells its listeners of each change. */
export function createStore<T>(initial: T): WritableStore<T> {
  let value = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    set(next) {
      if (Object.is(next, value)) return;
      value = next;
      for (const listener of [...listeners]) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
