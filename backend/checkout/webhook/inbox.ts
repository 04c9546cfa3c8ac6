import { toSeconds, type Clock } from '../../platform/clock.ts';
import type { Table } from '../../table/client.ts';
import { isConditionFailure } from '../../table/condition-failure.ts';
import { createPaymentEventEntity } from '../../table/payment-event.ts';
import { createPaymentSessionEntity } from '../../table/payment-session.ts';

export interface InboxEntry {
  eventId: string;
  type: string;
  tenantId?: string | undefined;
  orderId?: string | undefined;
  handledAt?: string | undefined;
}

/** Every event of the provider once, whatever tenant it is for. */
export interface Inbox {
  /** Keeps it where it is new. */
  receive(entry: InboxEntry): Promise<'new' | 'known'>;
  find(eventId: string): Promise<InboxEntry | undefined>;
  markHandled(eventId: string): Promise<void>;
  /** To what one of the provider's ids belongs. */
  findOwner(providerId: string): Promise<{ tenantId: string; orderId: string } | undefined>;
}

const keptSeconds = 90 * 24 * 3600;

export function createInbox(table: Table, clock: Clock): Inbox {
  const events = createPaymentEventEntity(table);
  const sessions = createPaymentSessionEntity(table);
  return {
    async receive({ eventId, type, tenantId, orderId }) {
      const receivedAt = clock().toISOString();
      const ttl = toSeconds(clock()) + keptSeconds;
      const owner = tenantId && orderId ? { tenantId, orderId } : {};
      try {
        await events.create({ eventId, type, ...owner, receivedAt, ttl }).go();
        return 'new';
      } catch (error) {
        if (isConditionFailure(error)) return 'known';
        throw error;
      }
    },
    async find(eventId) {
      return (await events.get({ eventId }).go({ consistent: true })).data ?? undefined;
    },
    async markHandled(eventId) {
      await events.patch({ eventId }).set({ handledAt: clock().toISOString() }).go();
    },
    async findOwner(providerId) {
      return (await sessions.get({ providerId }).go({ consistent: true })).data ?? undefined;
    },
  };
}
