import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';

const SubscriptionData = z.object({
  description: z.string().optional(),
  metadata: z.record(z.string(), z.string()).optional(),
  /** The intent of the session's payment, which the session itself does not name. */
  intent: z.string().optional(),
});
export type SubscriptionData = z.infer<typeof SubscriptionData>;

export type SubscriptionDataStore = ReturnType<typeof createSubscriptionDataStore>;

/** `subscription_data` of a session until its payment begins the subscription. */
export function createSubscriptionDataStore(db: DatabaseSync) {
  const find = db.prepare('SELECT json FROM settings WHERE name = ?');
  const write = db.prepare('INSERT OR REPLACE INTO settings VALUES (?, ?)');
  const nameOf = (session: string): string => `subscription_data:${session}`;
  return {
    get(session: string): SubscriptionData {
      const row = find.get(nameOf(session));
      return row ? SubscriptionData.parse(JSON.parse(String(row['json']))) : {};
    },
    set(session: string, data: SubscriptionData): void {
      write.run(nameOf(session), JSON.stringify(data));
    },
  };
}
