import type { AuthState } from '@tessera/contracts/api/session.ts';
import type { BootDocument } from '@tessera/contracts/boot.ts';
import type {
  CartState,
  CatalogState,
  OfflineState,
  PricingState,
  ShellServices,
  Store,
} from '@tessera/contracts/shell-services.ts';
import { useSyncExternalStore } from 'react';
import type { Formats } from '../i18n/formats.ts';
import type { Translate } from '../i18n/translator.ts';
import { serverSnapshots } from './server-snapshots.ts';
import { useKit } from './services-context.ts';

type Actions<S> = Omit<S, keyof Store<unknown>>;

/** Who looks at the page, and `signIn`, `signOut`. `signedIn: 'unknown'` until the first answer after paint. */
export function useAuth(): { state: AuthState; actions: Actions<ShellServices['auth']> } {
  const { auth } = useKit().services;
  return { state: useStore(auth, serverSnapshots.auth), actions: auth };
}

export function useCart(): { state: CartState; actions: Actions<ShellServices['cart']> } {
  const { cart } = useKit().services;
  return { state: useStore(cart, serverSnapshots.cart), actions: cart };
}

/** Works seen in this browser, and `recordView`. */
export function useCatalog(): { state: CatalogState; actions: Actions<ShellServices['catalog']> } {
  const { catalog } = useKit().services;
  return { state: useStore(catalog, serverSnapshots.catalog), actions: catalog };
}

/** Currency, country, locale and tax display, and `choose`. */
export function usePricing(): { state: PricingState; actions: Actions<ShellServices['pricing']> } {
  const { pricing } = useKit().services;
  return { state: useSyncExternalStore(pricing.subscribe, pricing.get, pricing.get), actions: pricing };
}

export function useOffline(): { state: OfflineState; actions: Actions<ShellServices['offline']> } {
  const { offline } = useKit().services;
  return { state: useStore(offline, serverSnapshots.offline), actions: offline };
}

/** Translates a key of the remote's messages: `const t = useT<keyof typeof en>()`. */
export const useT = <Key extends string = string>(): Translate<Key> => useKit().t;

/** Money, dates, bytes, durations in the visitor's language. */
export const useFormat = (): Formats => useKit().formats;

/** Tenant, theme, flags, locale: what the document said. */
export const useBoot = (): BootDocument => useKit().services.boot;

/** Everything the shell gives: `toast`, `fetch`, `navigation`, … */
export const useShell = (): ShellServices => useKit().services;

/** Reports to telemetry. */
export const useTelemetry = (): ShellServices['telemetry'] => useKit().services.telemetry;

function useStore<T>(store: Store<T>, onServer: T): T {
  return useSyncExternalStore(store.subscribe, store.get, () => onServer);
}
