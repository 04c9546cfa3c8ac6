import type { Table } from './client.ts';
import { createRefundEntity } from './refund.ts';
import { RefundRecord } from './refund-record.ts';

/** All refunds of an order, the first one first. */
export async function readRefunds(table: Table, tenantId: string, orderId: string): Promise<RefundRecord[]> {
  const refunds = createRefundEntity(table).query.ofOrder({ tenantId, orderId });
  const { data } = await refunds.go({ consistent: true, pages: 'all' });
  return data.map((item) => RefundRecord.parse(item));
}
