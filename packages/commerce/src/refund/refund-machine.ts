import type { Machine } from '../order/machine.ts';

export type RefundState = 'requested' | 'succeeded' | 'failed';
export type RefundEvent = 'succeeded' | 'failed' | 'reopened';

/**
 * `requested` holds its amount before the provider is asked. A refund that succeeded can fail days later, when a bank sends it back,
 * and one that was given up as failed may turn out to be under way after all.
 */
export const refundMachine = {
  initial: 'requested',
  states: {
    requested: { succeeded: 'succeeded', failed: 'failed' },
    succeeded: { succeeded: 'succeeded', failed: 'failed' },
    failed: { failed: 'failed', reopened: 'requested' },
  },
} as const satisfies Machine<RefundState, RefundEvent>;
