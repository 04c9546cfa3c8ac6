import type { Machine } from './machine.ts';

export type FulfilmentState = 'unfulfilled' | 'partially_fulfilled' | 'fulfilled' | 'returned' | 'cancelled';
export type FulfilmentEvent = 'shipped-part' | 'shipped-all' | 'returned' | 'cancelled';

export const fulfilmentMachine = {
  initial: 'unfulfilled',
  states: {
    unfulfilled: { 'shipped-part': 'partially_fulfilled', 'shipped-all': 'fulfilled', cancelled: 'cancelled' },
    partially_fulfilled: { 'shipped-part': 'partially_fulfilled', 'shipped-all': 'fulfilled', returned: 'returned' },
    fulfilled: { 'shipped-all': 'fulfilled', returned: 'returned' },
    returned: { returned: 'returned' },
    cancelled: { cancelled: 'cancelled' },
  },
} as const satisfies Machine<FulfilmentState, FulfilmentEvent>;
