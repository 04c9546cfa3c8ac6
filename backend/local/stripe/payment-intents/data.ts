import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';

const PaymentIntentData = z.object({
  description: z.string().optional(),
  metadata: z.record(z.string(), z.string()).optional(),
  receipt_email: z.string().optional(),
  statement_descriptor: z.string().optional(),
  statement_descriptor_suffix: z.string().optional(),
  transfer_group: z.string().optional(),
});
export type PaymentIntentData = z.infer<typeof PaymentIntentData>;

export type PaymentIntentDataStore = ReturnType<typeof createPaymentIntentDataStore>;

/** `payment_intent_data` of a session until its first payment makes the intent. */
export function createPaymentIntentDataStore(db: DatabaseSync) {
  const find = db.prepare('SELECT json FROM settings WHERE name = ?');
  const write = db.prepare('INSERT OR REPLACE INTO settings VALUES (?, ?)');
  const nameOf = (session: string): string => `payment_intent_data:${session}`;
  return {
    get(session: string): PaymentIntentData {
      const row = find.get(nameOf(session));
      return row ? PaymentIntentData.parse(JSON.parse(String(row['json']))) : {};
    },
    set(session: string, data: { [K in keyof PaymentIntentData]?: PaymentIntentData[K] | undefined }): void {
      write.run(nameOf(session), JSON.stringify(data));
    },
  };
}
