import type { Machine } from '../order/machine.ts';

export type RefundState = 'requested' | 'succeeded' | 'failed';
export type RefundEvent = 'succeeded' | 'failed';

/** `requested` holds its amount before the provider is asked. A refund that succeeded can fail days later, when a bank sends it back. */
export const refundMachine = {
  initial: 'requested',
  states: {
    requested: { succeeded: 'succeeded', failed: 'failed' },
    succeeded: { succeeded: 'succeeded', failed: 'failed' },
    failed: { failed: 'failed' },
  },
} as const satisfies Machine<RefundState, RefundEvent>;
