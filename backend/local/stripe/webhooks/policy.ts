import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';

/** What happens to webhooks of new events: sent, sent later, or lost on the way. */
export const WebhookPolicy = z.object({
  mode: z.enum(['deliver', 'delay', 'drop']),
  delaySeconds: z.number().int().min(1).max(86_400),
});
export type WebhookPolicy = z.infer<typeof WebhookPolicy>;

const normal: WebhookPolicy = { mode: 'deliver', delaySeconds: 30 };

export function createPolicyStore(db: DatabaseSync) {
  const find = db.prepare("SELECT json FROM settings WHERE name = 'webhooks'");
  const write = db.prepare("INSERT OR REPLACE INTO settings VALUES ('webhooks', ?)");
  return {
    get(): WebhookPolicy {
      const row = find.get();
      return row ? WebhookPolicy.parse(JSON.parse(String(row['json']))) : normal;
    },
    set(policy: WebhookPolicy): void {
      write.run(JSON.stringify(policy));
    },
  };
}
