import type { OrderRecord } from '../../table/order-record.ts';
import type { RefundRecord } from '../../table/refund-record.ts';
import type { CartRecord } from '../cart/cart.ts';

export interface Placement {
  order: OrderRecord;
  /** The cart as it was read: the order is placed only if it still is so. */
  cart: CartRecord;
  fingerprint: string;
  idempotency?: { scopedKey: string; fingerprint: string };
}

export type PlaceResult = 'placed' | 'raced' | 'sold-out' | 'discount-gone';

/** What a change of an order takes along in the same transaction. */
export interface OrderChange {
  set: Partial<
    Pick<
      OrderRecord,
      | 'state'
      | 'stockHeld'
      | 'paidAt'
      | 'review'
      | 'refundId'
      | 'refundedMinor'
      | 'refundCount'
      | 'dispute'
      | 'paymentIntentId'
      | 'subscriptionId'
      | 'sessionId'
      | 'sessionUrl'
    >
  >;
  event?: { what: string; detail?: string };
  entitlements?: 'grant' | 'suspend' | 'restore' | 'revoke';
  /** The lines whose rights follow; all of them where it is absent. With `pieces`, only the tokens of so many pieces do. */
  lines?: readonly { lineId: string; pieces?: number }[];
  /** A refund as it stands from now on. */
  refund?: RefundRecord;
  /** Pieces that go back on the shelf. */
  restock?: readonly { productId: string; quantity: number }[];
  /** Takes what was bought out of the buyer's cart. */
  emptyCart?: boolean;
}

/** One tenant's orders. */
export interface OrderRepository {
  find(orderId: string): Promise<OrderRecord | undefined>;
  findByKey(scopedKey: string): Promise<{ orderId: string; fingerprint: string } | undefined>;
  /** Rises with every call; a number that no order takes is a gap, and gaps are fine here. */
  nextNumber(): Promise<number>;
  place(placement: Placement): Promise<PlaceResult>;
  /** Undefined where the order was changed meanwhile. Stock comes back where `stockHeld` goes. */
  change(order: OrderRecord, change: OrderChange): Promise<OrderRecord | undefined>;
  /** All refunds of an order, those that failed too. */
  refundsOf(order: OrderRecord): Promise<RefundRecord[]>;
  /** Refunds that were requested before an instant and have no answer yet, the oldest first. */
  listUnanswered(before: string): Promise<RefundRecord[]>;
  /** Keeps an order that was paid without a cart; `known` where it is there. */
  record(order: OrderRecord): Promise<'recorded' | 'known'>;
  /** Orders placed between two instants, oldest first. */
  listPlaced(between: { from: string; until: string }): Promise<OrderRecord[]>;
}
