import type { IdempotencyItem } from '../../table/idempotency-record.ts';
import type { OrderRecord } from '../../table/order-record.ts';
import type { RefundRecord } from '../../table/refund-record.ts';

/** One tenant's refunds. */
export interface Refunds {
  /** An order and all its refunds, as they stand now. */
  read(orderId: string): Promise<{ order: OrderRecord; refunds: RefundRecord[] } | undefined>;
  /** Writes one down with its order's next revision; `raced` where the order was changed meanwhile, or the key was used. */
  request(order: OrderRecord, refund: RefundRecord, claim: IdempotencyItem): Promise<'requested' | 'raced'>;
}
