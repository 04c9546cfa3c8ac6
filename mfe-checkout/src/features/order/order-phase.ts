import type { OrderState } from '@tessera/contracts/api/checkout.ts';

/** What the buyer needs to know of an order's state. */
export type OrderPhase = 'waiting' | 'paid' | 'not-paid' | 'review' | 'refunded' | 'disputed';

const phases: Readonly<Record<OrderState, OrderPhase>> = {
  pending: 'waiting',
  pending_async: 'waiting',
  paid: 'paid',
  fulfilled: 'paid',
  partially_refunded: 'paid',
  refunded: 'refunded',
  disputed: 'disputed',
  cancelled: 'not-paid',
  expired: 'not-paid',
  needs_review: 'review',
};

export const phaseOf = (state: OrderState): OrderPhase => phases[state];
