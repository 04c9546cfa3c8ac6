import type { TenantId } from '@tessera/contracts/ids.ts';
import type { Table } from '../../table/client.ts';
import { createSubscriptionEntity } from '../../table/subscription.ts';
import { SubscriptionRecord } from '../../table/subscription-record.ts';

/** One tenant's subscriptions, read only: their payment changes them. */
export interface Subscriptions {
  /** The latest first. */
  list(userId: string): Promise<SubscriptionRecord[]>;
}

export function createSubscriptions(table: Table, tenantId: TenantId): Subscriptions {
  const subscriptions = createSubscriptionEntity(table);
  return {
    async list(userId) {
      const { data } = await subscriptions.query.ofUser({ tenantId, userId }).go({ pages: 'all' });
      return data
        .map((item) => SubscriptionRecord.parse(item))
        .toSorted((a, b) => b.startedAt.localeCompare(a.startedAt));
    },
  };
}
