import type Stripe from 'stripe';
import type { Account } from '../account.ts';
import { noSuch } from '../api/faults.ts';
import { newPaymentMethod } from '../payments/payment-method.ts';

/** Stripe's published stand-ins for a card that nobody typed. */
const standIns: Readonly<Record<string, string>> = {
  pm_card_visa: '4242424242424242',
  pm_card_mastercard: '5555555555554444',
  pm_card_chargeCustomerFail: '4000000000000341',
};

/** A kept card by its id; a stand-in becomes a card of its own each time it is named. */
export function requirePaymentMethod(account: Account, id: string): Stripe.PaymentMethod {
  const number = standIns[id];
  if (number !== undefined) {
    const card = { email: '', number, expMonth: 12, expYear: 2040, cvc: '123', name: '', country: 'US' };
    return account.objects.put(newPaymentMethod(card, account.now()));
  }
  const method = account.objects.find('payment_method', id);
  if (!method) throw noSuch('PaymentMethod', id, 'payment_method');
  return method;
}

export const attachTo = (account: Account, method: Stripe.PaymentMethod, customer: string): Stripe.PaymentMethod =>
  account.objects.put<Stripe.PaymentMethod>({ ...method, customer });
