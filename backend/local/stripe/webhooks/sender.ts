import type { DatabaseSync } from 'node:sqlite';
import { inTransaction } from '../store/database.ts';
import type { ObjectStore } from '../store/objects.ts';
import type { Deliveries, Delivery } from './deliveries.ts';
import { post } from './post.ts';
import { signPayload } from './signature.ts';

/** Backs off from a second to hours, and gives up after about three days. */
export const defaultRetryDelaysMs = [
  1_000, 2_000, 5_000, 15_000, 60_000, 300_000, 1_800_000, 3_600_000, 7_200_000, 14_400_000, 28_800_000, 43_200_000,
  57_600_000, 86_400_000,
];

export interface Sender {
  /** Looks for work; called after each write and by a timer when a later delivery comes due. */
  wake(): void;
  stop(): Promise<void>;
}

interface SenderParts {
  db: DatabaseSync;
  deliveries: Deliveries;
  objects: ObjectStore;
  secretOf(endpoint: string): string | undefined;
  nowMs(): number;
  retryDelaysMs: readonly number[];
}

/**
 * Sends webhooks at least once: a delivery is settled only after the endpoint has answered, so a crash between the
 * two sends it again.
 */
export function createSender(parts: SenderParts): Sender {
  const inFlight = new Map<number, Promise<void>>();
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;

  function wake(): void {
    if (stopped) return;
    for (const delivery of parts.deliveries.due()) {
      if (inFlight.has(delivery.id)) continue;
      const sending = send(parts, delivery).finally(() => {
        inFlight.delete(delivery.id);
        wake();
      });
      inFlight.set(delivery.id, sending);
    }
    clearTimeout(timer);
    const next = parts.deliveries.nextDueMs();
    if (next !== undefined) timer = setTimeout(wake, Math.min(Math.max(next - parts.nowMs(), 5), 60_000)).unref();
  }

  return {
    wake,
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await Promise.all(inFlight.values());
    },
  };
}

async function send(parts: SenderParts, delivery: Delivery): Promise<void> {
  const event = parts.objects.find('event', delivery.event);
  const endpoint = parts.objects.find('webhook_endpoint', delivery.endpoint);
  const secret = parts.secretOf(delivery.endpoint);
  if (!event || endpoint?.status !== 'enabled' || secret === undefined) {
    parts.deliveries.settle({ ...delivery, state: 'dropped', answer: 'the endpoint is gone' });
    return;
  }
  const payload = JSON.stringify(event, null, 2);
  const signature = signPayload(payload, secret, Math.floor(parts.nowMs() / 1000));
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'stripe-signature': signature,
    'user-agent': 'Stripe/1.0 (+https://stripe.com/docs/webhooks)',
  };
  const result = await post(endpoint.url, headers, payload);
  settle(parts, delivery, result);
}

function settle(parts: SenderParts, delivery: Delivery, result: { ok: boolean; answer: string }): void {
  const attempts = delivery.attempts + 1;
  const delay = parts.retryDelaysMs[delivery.attempts];
  const state = result.ok ? 'delivered' : delay === undefined ? 'failed' : 'pending';
  const dueMs = parts.nowMs() + (result.ok ? 0 : (delay ?? 0));
  inTransaction(parts.db, () => {
    parts.deliveries.settle({ ...delivery, state, attempts, dueMs, answer: result.answer });
    const event = parts.objects.find('event', delivery.event);
    if (result.ok && event) parts.objects.put({ ...event, pending_webhooks: Math.max(0, event.pending_webhooks - 1) });
  });
}
