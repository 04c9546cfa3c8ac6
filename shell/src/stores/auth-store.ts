import type { AuthState } from '@tessera/contracts/api/session.ts';
import type { ShellServices } from '@tessera/contracts/shell-services.ts';
import { isRecord } from './is-record.ts';
import { createStore } from './create-store.ts';

export interface AuthDeps {
  fetch(input: string, init?: RequestInit): Promise<Response>;
  assign(url: string): void;
  currentUrl(): string;
  /** The page's language; sign-in goes on in it. */
  locale: string;
  /** Somebody leaves: what the device keeps for them goes with them. */
  forget(): Promise<void>;
}

export interface AuthStore {
  service: ShellServices['auth'];
  /**
   * Asks who is signed in; one call after paint. Without an answer nobody is signed out: what was known stays.
   *
   * @returns whether the shop answered
   */
  refresh(): Promise<boolean>;
  /** An API call was answered 401. */
  expire(): void;
}

export function createAuthStore({ fetch, assign, currentUrl, locale, forget }: AuthDeps): AuthStore {
  const store = createStore<AuthState>({ signedIn: 'unknown' });
  return {
    expire: () => store.set({ signedIn: false }),
    async refresh() {
      const answer = await fetch('/api/session', { cache: 'no-store' })
        .then((response) => (response.ok ? response.json() : undefined))
        .catch(() => undefined);
      if (isAuthState(answer)) {
        // The same person again is no news: pages would load anew for it.
        if (JSON.stringify(answer) !== JSON.stringify(store.get())) store.set(answer);
      } else if (store.get().signedIn === 'unknown') store.set({ signedIn: 'unknown', unreachable: true });
      return isAuthState(answer);
    },
    service: {
      get: store.get,
      subscribe: store.subscribe,
      signIn(returnTo = currentUrl()) {
        assign(`/api/session/sign-in?${new URLSearchParams({ return_to: returnTo, locale })}`);
      },
      async signOut() {
        const response = await fetch('/api/session/sign-out', { method: 'POST' }).catch(() => undefined);
        // Without an answer the session lives on, and so does what it keeps.
        if (!response) return;
        const answer: unknown = response.ok ? await response.json() : undefined;
        await forget();
        store.set({ signedIn: false });
        assign(isRecord(answer) && typeof answer['redirect'] === 'string' ? answer['redirect'] : '/');
      },
    },
  };
}

function isAuthState(value: unknown): value is AuthState {
  if (!isRecord(value)) return false;
  if (value['signedIn'] === false) return true;
  return value['signedIn'] === true && isRecord(value['user']) && Array.isArray(value['user']['roles']);
}
