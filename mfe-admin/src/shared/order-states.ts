import type { OrderState } from '@tessera/contracts/api/checkout.ts';

/** Every state once, in the order of an order's life. A list of our own: the schema's validator would come along with it. */
const known: Record<OrderState, true> = {
  pending: true,
  pending_async: true,
  paid: true,
  fulfilled: true,
  partially_refunded: true,
  refunded: true,
  disputed: true,
  needs_review: true,
  cancelled: true,
  expired: true,
};

export const isOrderState = (text: string): text is OrderState => Object.hasOwn(known, text);

export const orderStates: readonly OrderState[] = Object.keys(known).filter(isOrderState);
