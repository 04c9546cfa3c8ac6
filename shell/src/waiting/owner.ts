import type { AuthState } from '@tessera/contracts/api/session.ts';

/** Signed-out visitors of a browser are one: they share its cart, too. */
const visitor = 'visitor';
const storageKey = 'tessera-owner';

/** Whose cart a change is for; undefined while it is not known who looks at the page. */
export function ownerOf(auth: AuthState): string | undefined {
  if (auth.signedIn === 'unknown') return undefined;
  return auth.signedIn ? auth.user.id : visitor;
}

/** Remembers who was here last, for a page that is opened without a network. */
export function createOwnerMemory(storage: () => Storage) {
  return {
    recall(): string | undefined {
      try {
        return storage().getItem(storageKey) ?? undefined;
      } catch {
        return undefined;
      }
    },
    remember(owner: string | undefined): void {
      try {
        if (owner === undefined) storage().removeItem(storageKey);
        else storage().setItem(storageKey, owner);
      } catch {
        // Denied: a page opened without a network then takes no changes.
      }
    },
  };
}
