import type { AuthState } from '@tessera/contracts/api/session.ts';
import type { CartState, CatalogState, OfflineState } from '@tessera/contracts/shell-services.ts';

/** What the stores say on the server and while hydrating: documents are shared, so nothing of the visitor. */
export const serverSnapshots = {
  auth: { signedIn: 'unknown' } satisfies AuthState,
  cart: { status: 'loading' } satisfies CartState,
  catalog: { recentlyViewed: [] } satisfies CatalogState,
  offline: { online: true, updateReady: false, queuedWrites: 0 } satisfies OfflineState,
} as const;
