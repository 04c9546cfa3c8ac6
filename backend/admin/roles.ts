import type { Role } from '@tessera/contracts/api/session.ts';

/** Who may do what; the platform's own team may do everything. */
export const may = {
  readShop: ['admin', 'staff'],
  import: ['admin', 'staff'],
  manage: ['admin'],
  watchReleases: ['admin', 'developer'],
  /** Publishes, and decides who gets what is published. */
  release: ['admin', 'developer'],
  sell: ['admin', 'creator'],
} as const satisfies Record<string, readonly Role[]>;
