import type { Toast } from '@tessera/contracts/shell-services.ts';
import { createStore } from '../stores/create-store.ts';
import type { WritableStore } from '../stores/create-store.ts';

export interface UiState {
  toasts: readonly (Toast & { id: string })[];
  open: 'cart' | 'preferences' | undefined;
  /** Said to assistive technology. */
  announcement: string;
}

export interface Ui {
  store: WritableStore<UiState>;
  toast(toast: Toast): void;
  dismiss(id: string): void;
  open(panel: UiState['open']): void;
  announce(announcement: string): void;
}

export const emptyUi: UiState = { toasts: [], open: undefined, announcement: '' };

const maxToasts = 3;

/** What stands over the page: toasts, drawers, and what is said of a navigation. */
export function createUi({ schedule, toastMs }: { schedule(run: () => void, ms: number): void; toastMs: number }): Ui {
  const store = createStore<UiState>(emptyUi);
  let count = 0;
  const change = (part: Partial<UiState>): void => store.set({ ...store.get(), ...part });
  const dismiss = (id: string): void => change({ toasts: store.get().toasts.filter((toast) => toast.id !== id) });
  return {
    store,
    dismiss,
    open: (open) => change({ open }),
    announce: (announcement) => change({ announcement }),
    toast(toast) {
      count += 1;
      const id = `toast-${count}`;
      change({ toasts: [...store.get().toasts, { ...toast, id }].slice(-maxToasts) });
      // One with an action stays until it is dismissed: nobody should have to race it.
      if (!toast.action) schedule(() => dismiss(id), toastMs);
    },
  };
}
