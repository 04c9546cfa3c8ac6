import type { Machine } from './machine.ts';

export type EntitlementState = 'granted' | 'suspended' | 'revoked';
export type EntitlementEvent = 'suspended' | 'restored' | 'revoked';

/** A revoked right can come back only when the refund that took it fails afterwards. */
export const entitlementMachine = {
  initial: 'granted',
  states: {
    granted: { restored: 'granted', suspended: 'suspended', revoked: 'revoked' },
    suspended: { suspended: 'suspended', restored: 'granted', revoked: 'revoked' },
    revoked: { revoked: 'revoked', suspended: 'revoked', restored: 'granted' },
  },
} as const satisfies Machine<EntitlementState, EntitlementEvent>;
