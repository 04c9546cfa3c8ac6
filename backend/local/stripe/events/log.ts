import type { DatabaseSync } from 'node:sqlite';
import Stripe from 'stripe';
import type { Deliveries } from '../webhooks/deliveries.ts';
import { newId } from '../store/ids.ts';
import type { ObjectStore, StoredObject } from '../store/objects.ts';

/** What this server tells webhooks about. */
export type EventType =
  | 'charge.dispute.closed'
  | 'charge.dispute.created'
  | 'charge.dispute.funds_reinstated'
  | 'charge.dispute.funds_withdrawn'
  | 'charge.dispute.updated'
  | 'charge.failed'
  | 'charge.refund.updated'
  | 'charge.refunded'
  | 'charge.succeeded'
  | 'checkout.session.completed'
  | 'checkout.session.expired'
  | 'coupon.created'
  | 'customer.created'
  | 'customer.deleted'
  | 'customer.subscription.created'
  | 'customer.subscription.deleted'
  | 'customer.subscription.updated'
  | 'customer.updated'
  | 'invoice.created'
  | 'invoice.finalized'
  | 'invoice.paid'
  | 'invoice.payment_failed'
  | 'invoice.payment_succeeded'
  | 'payment_intent.canceled'
  | 'payment_intent.created'
  | 'payment_intent.payment_failed'
  | 'payment_intent.requires_action'
  | 'payment_intent.succeeded'
  | 'price.created'
  | 'price.updated'
  | 'product.created'
  | 'product.deleted'
  | 'product.updated'
  | 'refund.created'
  | 'refund.failed'
  | 'refund.updated'
  | 'test_helpers.test_clock.advancing'
  | 'test_helpers.test_clock.ready';

export interface EventLog {
  /** Writes the event and one delivery for each endpoint that wants it, in the caller's transaction. */
  record(type: EventType, object: StoredObject, request?: Stripe.Event.Request): void;
}

export function createEventLog(parts: {
  db: DatabaseSync;
  objects: ObjectStore;
  deliveries: Deliveries;
  now(): number;
}): EventLog {
  return {
    record(type, object, request = { id: null, idempotency_key: null }) {
      const endpoints = parts.objects
        .page('webhook_endpoint', { match: { status: 'enabled' }, limit: 100 })
        .items.filter(({ enabled_events: wanted }) => wanted.includes('*') || wanted.includes(type));
      const event = {
        id: newId('evt'),
        object: 'event',
        api_version: Stripe.API_VERSION,
        created: parts.now(),
        // A snapshot: what happens to the object afterwards is another event.
        data: { object: JSON.parse(JSON.stringify(object)) as Stripe.Event.Data.Object },
        livemode: false,
        pending_webhooks: endpoints.length,
        request,
        type,
      } satisfies Omit<Stripe.Event, 'data' | 'type'> & { data: unknown; type: EventType };
      parts.objects.put(event as Stripe.Event);
      for (const endpoint of endpoints) parts.deliveries.schedule(event.id, endpoint.id);
    },
  };
}
