import type { DatabaseSync } from 'node:sqlite';
import type { WebhookPolicy } from './policy.ts';

/**
 *   pending ── 2xx ──► delivered
 *      │  └─ else ──► pending, later ── no tries left ──► failed
 *      └─ operator ──► dropped
 */
export type DeliveryState = 'pending' | 'delivered' | 'failed' | 'dropped';

export interface Delivery {
  id: number;
  event: string;
  endpoint: string;
  state: DeliveryState;
  attempts: number;
  dueMs: number;
  /** What the endpoint last answered, or why it could not be reached. */
  answer: string | undefined;
}

export type Deliveries = ReturnType<typeof createDeliveries>;

/** Webhooks still to be sent and those that were; on disk, so that a restart loses none. */
export function createDeliveries(db: DatabaseSync, nowMs: () => number, policy: () => WebhookPolicy) {
  const insert = db.prepare('INSERT INTO deliveries (event, endpoint, state, due_ms) VALUES (?, ?, ?, ?)');
  const due = db.prepare(
    "SELECT * FROM deliveries WHERE state = 'pending' AND due_ms <= ? ORDER BY due_ms, id LIMIT 50",
  );
  const soonest = db.prepare("SELECT min(due_ms) AS due_ms FROM deliveries WHERE state = 'pending' AND due_ms > ?");
  const ofEvent = db.prepare('SELECT * FROM deliveries WHERE event = ? ORDER BY id');
  const settle = db.prepare('UPDATE deliveries SET state = ?, attempts = ?, due_ms = ?, answer = ? WHERE id = ?');
  const drop = db.prepare("UPDATE deliveries SET state = 'dropped' WHERE event = ? AND state = 'pending'");
  const postpone = db.prepare("UPDATE deliveries SET due_ms = ? WHERE event = ? AND state = 'pending'");

  return {
    /** A delivery as the standing policy has it; `now` overrides the policy. */
    schedule(event: string, endpoint: string, when: 'policy' | 'now' = 'policy'): void {
      const { mode, delaySeconds } = when === 'now' ? { mode: 'deliver', delaySeconds: 0 } : policy();
      const dueMs = mode === 'delay' ? nowMs() + delaySeconds * 1000 : nowMs();
      insert.run(event, endpoint, mode === 'drop' ? 'dropped' : 'pending', dueMs);
    },
    due: (): Delivery[] => due.all(nowMs()).map(toDelivery),
    /** When the next delivery that is not due yet will be. */
    nextDueMs(): number | undefined {
      const value = soonest.get(nowMs())?.['due_ms'];
      return typeof value === 'number' ? value : undefined;
    },
    ofEvent: (event: string): Delivery[] => ofEvent.all(event).map(toDelivery),
    settle(delivery: Delivery): void {
      settle.run(delivery.state, delivery.attempts, delivery.dueMs, delivery.answer ?? null, delivery.id);
    },
    drop(event: string): void {
      drop.run(event);
    },
    postpone(event: string, dueMs: number): void {
      postpone.run(dueMs, event);
    },
  };
}

function toDelivery(row: Record<string, unknown>): Delivery {
  return {
    id: Number(row['id']),
    event: String(row['event']),
    endpoint: String(row['endpoint']),
    state: row['state'] as DeliveryState,
    attempts: Number(row['attempts']),
    dueMs: Number(row['due_ms']),
    answer: row['answer'] === null ? undefined : String(row['answer']),
  };
}
