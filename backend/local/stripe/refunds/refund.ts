import type Stripe from 'stripe';
import { z } from 'zod';
import type { Account } from '../account.ts';
import { invalid, noSuch } from '../api/faults.ts';
import { integer, metadata, text } from '../api/params.ts';
import { bookRefund, bookRefundFailure } from '../balance-transactions/transaction.ts';
import { formatAmount } from '../currency.ts';
import { isWithBank } from '../disputes/dispute.ts';
import { refundEndOf } from '../payments/test-cards.ts';
import { newId } from '../store/ids.ts';

export const createRefundParams = z.strictObject({
  charge: text(200).optional(),
  payment_intent: text(200).optional(),
  amount: integer({ min: 1 }).optional(),
  metadata: metadata.optional(),
  reason: z.enum(['duplicate', 'fraudulent', 'requested_by_customer']).optional(),
});
type RefundInput = z.infer<typeof createRefundParams>;

/** Gives back a charge, in whole or in part, but never more than is left of it. */
export function createRefund(account: Account, input: RefundInput, request?: Stripe.Event.Request): Stripe.Refund {
  const charge = readCharge(account, input);
  if (isWithBank(account, charge))
    throw invalid(`Charge ${charge.id} has been charged back; cannot issue a refund.`, 'charge', 'charge_disputed');
  const left = charge.amount - charge.amount_refunded;
  if (left === 0) throw invalid(`Charge ${charge.id} has already been refunded.`, 'charge', 'charge_already_refunded');
  const amount = input.amount ?? left;
  if (amount > left)
    throw invalid(
      `Refund amount (${formatAmount(amount, charge.currency, 'en')}) is greater than unrefunded amount on charge (${formatAmount(left, charge.currency, 'en')})`,
      'amount',
    );
  const refund = account.objects.put(bookRefund(account, newRefund(account, charge, amount, input)));
  const refunded = account.objects.put<Stripe.Charge>({
    ...charge,
    amount_refunded: charge.amount_refunded + amount,
    refunded: amount === left,
  });
  account.events.record('refund.created', refund, request);
  account.events.record('charge.refunded', refunded, request);
  const end = refundEndOf(charge.payment_method_details?.card?.last4);
  if (end?.ends === 'failed') failRefund(account, refund);
  if (end?.ends === 'succeeded')
    account.events.record('refund.updated', account.objects.put<Stripe.Refund>({ ...refund, status: 'succeeded' }));
  // The answer is what it was when it was made; what became of it is news.
  return refund;
}

/** The buyer's bank sends the money back: it is the shop's again. */
export function failRefund(account: Account, refund: Stripe.Refund): Stripe.Refund {
  const charge = account.objects.find('charge', String(refund.charge));
  if (refund.status === 'failed' || !charge) throw invalid(`Refund ${refund.id} has failed before.`, 'refund');
  const failed = account.objects.put<Stripe.Refund>({
    ...bookRefundFailure(account, refund),
    status: 'failed',
    failure_reason: 'expired_or_canceled_card',
  });
  account.objects.put<Stripe.Charge>({
    ...charge,
    amount_refunded: charge.amount_refunded - refund.amount,
    refunded: false,
  });
  for (const type of ['refund.failed', 'refund.updated', 'charge.refund.updated'] as const)
    account.events.record(type, failed);
  return failed;
}

function readCharge({ objects }: Account, input: RefundInput): Stripe.Charge {
  if (input.charge === undefined && input.payment_intent === undefined)
    throw invalid(
      'One of the following params should be provided for this request: payment_intent or charge.',
      undefined,
      'parameter_missing',
    );
  if (input.charge !== undefined) {
    const charge = objects.find('charge', input.charge);
    if (!charge) throw noSuch('charge', input.charge, 'charge');
    if (!charge.paid) throw invalid(`Charge ${charge.id} is not successful and cannot be refunded.`, 'charge');
    return charge;
  }
  const id = input.payment_intent ?? '';
  const intent = objects.find('payment_intent', id);
  if (!intent) throw noSuch('payment_intent', id, 'payment_intent');
  const charge = objects.find('charge', String(intent.latest_charge));
  if (intent.status !== 'succeeded' || !charge)
    throw invalid(`This PaymentIntent (${id}) does not have a successful charge to refund.`, 'payment_intent');
  return charge;
}

const newRefund = (account: Account, charge: Stripe.Charge, amount: number, input: RefundInput): Stripe.Refund => ({
  id: newId('re'),
  object: 'refund',
  amount,
  balance_transaction: null,
  charge: charge.id,
  created: account.now(),
  currency: charge.currency,
  customer: charge.customer,
  customer_account: null,
  destination_details: {
    card: { type: 'refund', reference_status: 'pending', reference_type: 'acquirer_reference_number' },
    type: 'card',
  },
  metadata: input.metadata ?? {},
  payment_intent: charge.payment_intent,
  payment_method: charge.payment_method,
  reason: input.reason ?? null,
  receipt_number: null,
  source_transfer_reversal: null,
  status: refundEndOf(charge.payment_method_details?.card?.last4)?.starts ?? 'succeeded',
  transfer_reversal: null,
});
