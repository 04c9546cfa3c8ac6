import type { Role } from '@tessera/contracts/api/session.ts';
import { useAuth } from '@tessera/remote-kit/contexts/hooks.ts';

const none: readonly Role[] = [];

/** What whoever looks at the page may be here; nothing while that is not known yet. */
export function useRoles(): readonly Role[] {
  const { state } = useAuth();
  return state.signedIn === true ? state.user.roles : none;
}
