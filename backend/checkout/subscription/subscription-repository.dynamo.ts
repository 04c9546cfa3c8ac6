import type { TenantId } from '@tessera/contracts/ids.ts';
import { createWriteTransaction } from 'electrodb';
import type { Table } from '../../table/client.ts';
import { createEntitlementEntity } from '../../table/entitlement.ts';
import { EntitlementRecord } from '../../table/entitlement-record.ts';
import { createSubscriptionEntity } from '../../table/subscription.ts';
import { SubscriptionRecord } from '../../table/subscription-record.ts';
import type { SubscriptionRepository } from './subscription-repository.ts';

export function createSubscriptionRepository(table: Table, tenantId: TenantId): SubscriptionRepository {
  const entities = { subscriptions: createSubscriptionEntity(table), entitlements: createEntitlementEntity(table) };
  return {
    async find(userId, orderId) {
      const { data } = await entities.subscriptions.get({ tenantId, userId, orderId }).go({ consistent: true });
      return data ? SubscriptionRecord.parse(data) : undefined;
    },

    async listOf(userId) {
      const { data } = await entities.subscriptions.query.ofUser({ tenantId, userId }).go({ pages: 'all' });
      return data.map((item) => SubscriptionRecord.parse(item));
    },

    async listDue({ from, until }) {
      const { data } = await entities.subscriptions.query
        .ofTenant({ tenantId })
        .between({ periodEnd: from }, { periodEnd: until })
        .go({ pages: 'all' });
      return data.map((item) => SubscriptionRecord.parse(item)).filter(({ state }) => state !== 'ended');
    },

    async rightsOf({ userId, frozen }) {
      const recurring = frozen.lines.filter(({ interval }) => interval !== undefined);
      const found = await Promise.all(
        recurring.map(({ id: lineId, productId }) =>
          entities.entitlements.get({ tenantId, userId, productId, lineId }).go({ consistent: true }),
        ),
      );
      return found.flatMap(({ data }) => (data ? [EntitlementRecord.parse(data)] : []));
    },

    async save(record, rights) {
      const { canceled } = await createWriteTransaction(entities, (tx) => [
        tx.subscriptions
          .put(record)
          .where(({ revision }, { eq, notExists }) =>
            record.revision === 1 ? notExists(revision) : eq(revision, record.revision - 1),
          )
          .commit(),
        ...rights.map((right) => tx.entitlements.put(right).commit()),
      ]).go();
      return canceled ? 'stale' : 'saved';
    },
  };
}
