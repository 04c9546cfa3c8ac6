import type Stripe from 'stripe';
import type { Account } from '../account.ts';
import { invalid } from '../api/faults.ts';
import { newId } from '../store/ids.ts';
import { runDue } from '../subscriptions/cycle.ts';

type TestClock = Stripe.TestHelpers.TestClock;

const keptDays = 30;

export const newClock = (account: Account, frozenTime: number, name: string | null): TestClock => ({
  id: newId('clock'),
  object: 'test_helpers.test_clock',
  created: account.now(),
  deletes_after: account.now() + keptDays * 24 * 3600,
  frozen_time: frozenTime,
  livemode: false,
  name,
  status: 'ready',
  status_details: {},
});

/** Moves the time of everything under the clock, and does on the way what falls due. */
export function advanceClock(
  account: Account,
  clock: TestClock,
  frozenTime: number,
  request?: Stripe.Event.Request,
): TestClock {
  if (frozenTime <= clock.frozen_time)
    throw invalid('The `frozen_time` must be after the clock’s current time.', 'frozen_time');
  const advancing: TestClock = {
    ...clock,
    frozen_time: frozenTime,
    status: 'advancing',
    status_details: { advancing: { target_frozen_time: frozenTime } },
  };
  account.events.record('test_helpers.test_clock.advancing', advancing, request);
  const ready = account.objects.put<TestClock>({ ...clock, frozen_time: frozenTime, status: 'ready' });
  runDue(account, { clock: clock.id });
  account.events.record('test_helpers.test_clock.ready', ready);
  return advancing;
}

/** Puts a customer under a clock of its own that starts now, as a simulation of the dashboard does. */
export function ensureClock(account: Account, customer: Stripe.Customer): TestClock {
  const known =
    typeof customer.test_clock === 'string' && account.objects.find('test_helpers.test_clock', customer.test_clock);
  if (known) return known;
  const clock = account.objects.put(newClock(account, account.now(), `Simulation of ${customer.id}`));
  account.objects.put<Stripe.Customer>({ ...customer, test_clock: clock.id });
  for (const subscription of account.objects.page('subscription', { match: { customer: customer.id }, limit: 100 })
    .items)
    account.objects.put<Stripe.Subscription>({ ...subscription, test_clock: clock.id });
  return clock;
}
