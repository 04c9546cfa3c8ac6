import type Stripe from 'stripe';
import type { Account } from '../account.ts';

type Customer = Stripe.Subscription['customer'];

/** What time it is for a customer: its test clock's, or the account's. */
export function timeOf(account: Account, customer: Customer | null): number {
  return clockOf(account, customer)?.frozen_time ?? account.now();
}

export function clockOf(account: Account, customer: Customer | null): Stripe.TestHelpers.TestClock | undefined {
  const found = account.objects.find('customer', String(customer));
  return typeof found?.test_clock === 'string'
    ? account.objects.find('test_helpers.test_clock', found.test_clock)
    : undefined;
}

/** The account as it works at another time: what is made then carries that time. */
export const at = (account: Account, seconds: number): Account => ({ ...account, now: () => seconds });
