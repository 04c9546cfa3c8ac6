import { z } from 'zod';
import type { Account } from '../account.ts';
import type { Deliveries } from './deliveries.ts';

export const WebhookAction = z.enum(['redeliver', 'duplicate', 'delay', 'drop']);
export type WebhookAction = z.infer<typeof WebhookAction>;

const copies = 10;
const delayMs = 60_000;

/** What the operator may do to the webhooks of one event. */
export function steer(account: Account, deliveries: Deliveries, event: string, action: WebhookAction): void {
  switch (action) {
    case 'delay':
      return deliveries.postpone(event, account.nowMs() + delayMs);
    case 'drop':
      return deliveries.drop(event);
    case 'redeliver':
    case 'duplicate': {
      const endpoints = account.objects.page('webhook_endpoint', { match: { status: 'enabled' }, limit: 100 }).items;
      for (const endpoint of endpoints)
        for (let copy = 0; copy < (action === 'duplicate' ? copies : 1); copy++)
          deliveries.schedule(event, endpoint.id, 'now');
    }
  }
}
