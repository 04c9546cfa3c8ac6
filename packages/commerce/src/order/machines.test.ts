import type { OrderState } from '@tessera/contracts/api/checkout.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { entitlementMachine } from './entitlement-machine.ts';
import { fulfilmentMachine } from './fulfilment-machine.ts';
import { transition, validateMachine } from './machine.ts';
import { orderMachine, type OrderEvent } from './order-machine.ts';
import { refundMachine } from '../refund/refund-machine.ts';
import { paymentMachine } from './payment-machine.ts';

test.each(Object.entries({ orderMachine, paymentMachine, fulfilmentMachine, entitlementMachine, refundMachine }))(
  '%s: every state is declared and reachable',
  (_, machine) => {
    expect(validateMachine(machine)).toEqual([]);
  },
);

test('the validator names what is wrong', () => {
  const broken = { initial: 'a', states: { a: { go: 'b' }, c: {} } };
  expect(validateMachine(broken)).toEqual(['b is led to but not declared', 'c is never reached']);
});

test('money that arrived is never forgotten by news that repeats or comes late', () => {
  const late = fc.array(
    fc.constantFrom<OrderEvent>('payment-succeeded', 'payment-pending', 'payment-failed', 'expired', 'cancelled'),
  );
  fc.assert(
    fc.property(late, (events) => {
      let state: keyof (typeof orderMachine)['states'] = 'paid';
      for (const event of events) state = transition(orderMachine, state, event).state;
      expect(state).toBe('paid');
    }),
    { seed: 3 },
  );
});

test('a late success on an expired order goes to review', () => {
  expect(transition(orderMachine, 'expired', 'payment-succeeded')).toEqual({
    ok: true,
    state: 'needs_review',
    changed: true,
  });
});

test('revoked rights return only by a restore', () => {
  expect(transition(entitlementMachine, 'revoked', 'suspended')).toMatchObject({ state: 'revoked', changed: false });
  expect(transition(entitlementMachine, 'revoked', 'restored')).toMatchObject({ state: 'granted', changed: true });
});

test('one refund that fails among several leaves the others; during a dispute the state is the dispute’s', () => {
  const after = (state: OrderState, event: OrderEvent) => transition(orderMachine, state, event).state;
  expect(after('refunded', 'refunded-part')).toBe('partially_refunded');
  expect(after('partially_refunded', 'refund-failed')).toBe('paid');
  for (const event of ['refunded-part', 'refunded-full', 'refund-failed'] as const)
    expect(after('disputed', event)).toBe('disputed');
});
