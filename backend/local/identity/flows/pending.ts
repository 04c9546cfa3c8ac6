import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { nowSeconds } from '../provider/database.ts';

const Pending = z.object({
  /** Cognito's own name of the account a code was sent to, or the typed address where there may be none. */
  username: z.string(),
  email: z.string(),
});
export type Pending = z.infer<typeof Pending>;

const lifeSeconds = 3600;

/** Between two steps of one sign-in: whose code is being waited for. Kept on the server, so that a form cannot change it. */
export function createPendingStore(database: DatabaseSync) {
  const put = database.prepare('INSERT OR REPLACE INTO model (kind, id, payload, expiresAt) VALUES (?, ?, ?, ?)');
  const select = database.prepare('SELECT payload FROM model WHERE kind = ? AND id = ? AND expiresAt > ?');
  const kind = 'Pending';
  return {
    set(uid: string, pending: Pending): void {
      put.run(kind, uid, JSON.stringify(pending), nowSeconds() + lifeSeconds);
    },
    get(uid: string): Pending | undefined {
      const row = select.get(kind, uid, nowSeconds());
      return typeof row?.['payload'] === 'string' ? Pending.parse(JSON.parse(row['payload'])) : undefined;
    },
  };
}

export type PendingStore = ReturnType<typeof createPendingStore>;
