import type { OrderState } from '@tessera/contracts/api/checkout.ts';
import type { Machine } from './machine.ts';

export type OrderEvent =
  | 'payment-pending'
  | 'payment-succeeded'
  | 'payment-failed'
  | 'payment-mismatched'
  | 'expired'
  | 'cancelled'
  | 'fulfilled'
  | 'refunded-part'
  | 'refunded-full'
  | 'refund-failed'
  | 'dispute-opened'
  | 'dispute-won'
  | 'dispute-lost';

const afterPayment = {
  'payment-succeeded': 'paid',
  'payment-pending': 'paid',
  fulfilled: 'fulfilled',
  'refunded-part': 'partially_refunded',
  'refunded-full': 'refunded',
  'refund-failed': 'paid',
  'dispute-opened': 'disputed',
  // Of its opening nothing may have been heard.
  'dispute-lost': 'refunded',
} as const;

/**
 * The order as the buyer and the shop see it. Payment news may be late, doubled or reversed, so states after payment take
 * it again without moving. A late success on an expired or cancelled order goes to review: its stock may be gone.
 */
export const orderMachine = {
  initial: 'pending',
  states: {
    pending: {
      'payment-pending': 'pending_async',
      'payment-succeeded': 'paid',
      'payment-failed': 'pending',
      'payment-mismatched': 'needs_review',
      expired: 'expired',
      cancelled: 'cancelled',
    },
    pending_async: {
      'payment-pending': 'pending_async',
      'payment-succeeded': 'paid',
      'payment-failed': 'cancelled',
      'payment-mismatched': 'needs_review',
      expired: 'expired',
      cancelled: 'cancelled',
    },
    paid: afterPayment,
    fulfilled: {
      ...afterPayment,
      'payment-succeeded': 'fulfilled',
      'payment-pending': 'fulfilled',
      'refund-failed': 'fulfilled',
    },
    partially_refunded: {
      'payment-succeeded': 'partially_refunded',
      'refunded-part': 'partially_refunded',
      'refunded-full': 'refunded',
      'refund-failed': 'paid',
      'dispute-opened': 'disputed',
      'dispute-lost': 'refunded',
    },
    refunded: {
      'payment-succeeded': 'refunded',
      'refunded-full': 'refunded',
      'refunded-part': 'partially_refunded',
      'refund-failed': 'paid',
      'dispute-opened': 'disputed',
      'dispute-lost': 'refunded',
      // A bank may give back what it had taken: an appeal.
      'dispute-won': 'paid',
      // Of an order that was never sold: what went back came back.
      'payment-mismatched': 'needs_review',
    },
    disputed: {
      'payment-succeeded': 'disputed',
      'refunded-part': 'disputed',
      'refunded-full': 'disputed',
      'refund-failed': 'disputed',
      'dispute-opened': 'disputed',
      'dispute-won': 'paid',
      'dispute-lost': 'refunded',
    },
    needs_review: {
      'payment-mismatched': 'needs_review',
      'payment-succeeded': 'needs_review',
      'refunded-full': 'refunded',
    },
    expired: { expired: 'expired', 'payment-succeeded': 'needs_review', 'payment-mismatched': 'needs_review' },
    cancelled: { cancelled: 'cancelled', 'payment-succeeded': 'needs_review', 'payment-mismatched': 'needs_review' },
  },
} as const satisfies Machine<OrderState, OrderEvent>;
