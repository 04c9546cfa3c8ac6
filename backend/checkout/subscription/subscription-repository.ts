import type { EntitlementRecord } from '../../table/entitlement-record.ts';
import type { OrderRecord } from '../../table/order-record.ts';
import type { SubscriptionRecord } from '../../table/subscription-record.ts';

/** One tenant's subscriptions, by the order that began them. */
export interface SubscriptionRepository {
  find(userId: string, orderId: string): Promise<SubscriptionRecord | undefined>;
  listOf(userId: string): Promise<SubscriptionRecord[]>;
  /** Those whose period ended between two instants, as far as was heard, and that are not over. */
  listDue(between: { from: string; until: string }): Promise<SubscriptionRecord[]>;
  /** The rights of the order's recurring lines. */
  rightsOf(order: OrderRecord): Promise<EntitlementRecord[]>;
  /** Subscription and rights together; `stale` where either was changed meanwhile. Revision 1 is a new one. */
  save(record: SubscriptionRecord, rights: readonly EntitlementRecord[]): Promise<'saved' | 'stale'>;
}
