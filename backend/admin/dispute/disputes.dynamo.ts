import type { TenantId } from '@tessera/contracts/ids.ts';
import type { Table } from '../../table/client.ts';
import { isConditionFailure } from '../../table/condition-failure.ts';
import type { DisputeRecord } from '../../table/dispute-record.ts';
import { createDownloadWindowEntity } from '../../table/download-window.ts';
import { createOrderEntity } from '../../table/order.ts';
import type { OrderRecord } from '../../table/order-record.ts';
import type { Access } from './draft-evidence.ts';

/** One tenant's disputes, each kept with its order. */
export interface Disputes {
  /** Which of the buyer's files were fetched. */
  accessesOf(userId: string): Promise<Access[]>;
  /** Writes the answer down with the order's next revision; `raced` where the order was changed meanwhile. */
  request(order: OrderRecord, dispute: DisputeRecord, at: string): Promise<'requested' | 'raced'>;
}

const windowSeconds = 24 * 3600;

export function createDisputes(table: Table, tenantId: TenantId): Disputes {
  const orders = createOrderEntity(table);
  const windows = createDownloadWindowEntity(table);
  return {
    async accessesOf(userId) {
      const { data } = await windows.query.ofUser({ tenantId, userId }).go({ pages: 'all' });
      return data.map(({ entitlementId, uses, windowEndsAt }) => ({
        entitlementId,
        uses,
        lastAt: new Date((windowEndsAt - windowSeconds) * 1000).toISOString(),
      }));
    },

    async request(order, dispute, at) {
      const timeline = [...order.timeline, { at, what: 'dispute-answer-requested' }];
      try {
        await orders
          .patch({ tenantId, orderId: order.orderId })
          .set({ dispute, timeline, revision: order.revision + 1 })
          .where(({ revision }, { eq }) => eq(revision, order.revision))
          .go();
        return 'requested';
      } catch (error) {
        if (isConditionFailure(error)) return 'raced';
        throw error;
      }
    },
  };
}
