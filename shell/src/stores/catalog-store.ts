import type { CatalogState, ShellServices } from '@tessera/contracts/shell-services.ts';
import { createStore } from './create-store.ts';
import { isRecord } from './is-record.ts';

const storageKey = 'tessera-seen';
const capacity = 24;

type SeenWork = CatalogState['recentlyViewed'][number];

/** Works seen in this browser. Kept on the device; a browser that denies storage forgets them with the tab. */
export function createCatalogStore(storage: () => Storage): ShellServices['catalog'] {
  const store = createStore<CatalogState>({ recentlyViewed: read(storage) });
  return {
    get: store.get,
    subscribe: store.subscribe,
    recordView(work) {
      const others = store.get().recentlyViewed.filter(({ id }) => id !== work.id);
      const recentlyViewed = [work, ...others].slice(0, capacity);
      store.set({ recentlyViewed });
      try {
        storage().setItem(storageKey, JSON.stringify(recentlyViewed));
      } catch {
        // Denied or full: the list lives as long as the tab.
      }
    },
  };
}

function read(storage: () => Storage): SeenWork[] {
  try {
    const parsed: unknown = JSON.parse(storage().getItem(storageKey) ?? '[]');
    return Array.isArray(parsed) ? parsed.filter(isSeenWork) : [];
  } catch {
    return [];
  }
}

const isSeenWork = (value: unknown): value is SeenWork =>
  isRecord(value) && ['id', 'slug', 'title', 'coverSrc'].every((key) => typeof value[key] === 'string');
