import type { AuthState } from '@tessera/contracts/api/session.ts';
import type { ShellServices } from '@tessera/contracts/shell-services.ts';
import { isRecord } from './is-record.ts';
import { createStore } from './create-store.ts';

export interface AuthDeps {
  fetch(input: string, init?: RequestInit): Promise<Response>;
  assign(url: string): void;
  currentUrl(): string;
}

export interface AuthStore {
  service: ShellServices['auth'];
  /** Asks who is signed in; one call after paint. */
  refresh(): Promise<void>;
  /** An API call was answered 401. */
  expire(): void;
}

export function createAuthStore({ fetch, assign, currentUrl }: AuthDeps): AuthStore {
  const store = createStore<AuthState>({ signedIn: 'unknown' });
  return {
    expire: () => store.set({ signedIn: false }),
    async refresh() {
      const answer = await fetch('/api/session', { cache: 'no-store' })
        .then((response) => (response.ok ? response.json() : undefined))
        .catch(() => undefined);
      store.set(isAuthState(answer) ? answer : { signedIn: false });
    },
    service: {
      get: store.get,
      subscribe: store.subscribe,
      signIn(returnTo = currentUrl()) {
        assign(`/api/session/sign-in?${new URLSearchParams({ return_to: returnTo })}`);
      },
      async signOut() {
        const response = await fetch('/api/session/sign-out', { method: 'POST' });
        const answer: unknown = response.ok ? await response.json() : undefined;
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
