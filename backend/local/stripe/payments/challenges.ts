import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import type { Decline } from './test-cards.ts';

const StoredDecline = z.object({
  code: z.enum(['card_declined', 'expired_card', 'incorrect_cvc', 'processing_error']),
  declineCode: z.string().exactOptional(),
  field: z.enum(['number', 'expiry', 'cvc']),
});

export type ChallengeStore = ReturnType<typeof createChallengeStore>;

/** What the bank will say once a challenge is passed; the card's number itself is not kept. */
export function createChallengeStore(db: DatabaseSync) {
  const find = db.prepare('SELECT json FROM settings WHERE name = ?');
  const write = db.prepare('INSERT OR REPLACE INTO settings VALUES (?, ?)');
  const remove = db.prepare('DELETE FROM settings WHERE name = ?');
  const nameOf = (intent: string): string => `challenge:${intent}`;
  return {
    start(intent: string, decline: Decline | undefined): void {
      write.run(nameOf(intent), JSON.stringify(decline ?? null));
    },
    take(intent: string): Decline | undefined {
      const row = find.get(nameOf(intent));
      remove.run(nameOf(intent));
      return row ? (StoredDecline.nullable().parse(JSON.parse(String(row['json']))) ?? undefined) : undefined;
    },
  };
}
