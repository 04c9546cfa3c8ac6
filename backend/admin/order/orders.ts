import type { OrderState } from '@tessera/contracts/api/checkout.ts';
import type { OrderRecord } from '../../table/order-record.ts';

/** What a list shows of an order: without its lines. */
export type OrderHead = Pick<
  OrderRecord,
  'orderId' | 'number' | 'state' | 'placedAt' | 'email' | 'currency' | 'totalMinor' | 'itemCount' | 'userId'
> & { refundedMinor?: string | undefined; paidAt?: string | undefined };

/** Place of an order in the list: when it was placed, and its id. */
export type OrderPosition = readonly [placedAt: string, orderId: string];

export interface OrderFilter {
  state?: OrderState | undefined;
  /** Part of the number or of the buyer's address. */
  text?: string | undefined;
}

/** One tenant's orders, latest first. */
export interface Orders {
  list(filter: OrderFilter, page: { limit: number; after: OrderPosition | undefined }): Promise<OrderHead[]>;
  find(orderId: string): Promise<OrderRecord | undefined>;
  placedSince(at: string): Promise<OrderHead[]>;
}
