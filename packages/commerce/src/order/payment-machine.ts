import type { Machine } from './machine.ts';

export type PaymentState =
  'open' | 'processing' | 'succeeded' | 'failed' | 'partially_refunded' | 'refunded' | 'disputed' | 'lost';
export type PaymentEvent =
  | 'processing'
  | 'succeeded'
  | 'failed'
  | 'refunded-part'
  | 'refunded-full'
  | 'refund-failed'
  | 'dispute-opened'
  | 'dispute-won'
  | 'dispute-lost';

/** What the provider says of one payment. `failed` is not final: the hosted page lets the buyer try another card. */
export const paymentMachine = {
  initial: 'open',
  states: {
    open: { processing: 'processing', succeeded: 'succeeded', failed: 'failed' },
    processing: { processing: 'processing', succeeded: 'succeeded', failed: 'failed' },
    failed: { failed: 'failed', processing: 'processing', succeeded: 'succeeded' },
    succeeded: {
      succeeded: 'succeeded',
      'refunded-part': 'partially_refunded',
      'refunded-full': 'refunded',
      'dispute-opened': 'disputed',
    },
    partially_refunded: {
      'refunded-part': 'partially_refunded',
      'refunded-full': 'refunded',
      'refund-failed': 'succeeded',
      'dispute-opened': 'disputed',
    },
    refunded: {
      'refunded-full': 'refunded',
      'refunded-part': 'partially_refunded',
      'refund-failed': 'succeeded',
      'dispute-opened': 'disputed',
    },
    disputed: { 'dispute-opened': 'disputed', 'dispute-won': 'succeeded', 'dispute-lost': 'lost' },
    lost: { 'dispute-lost': 'lost', 'dispute-opened': 'disputed', 'dispute-won': 'succeeded' },
  },
} as const satisfies Machine<PaymentState, PaymentEvent>;
