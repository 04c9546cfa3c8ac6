import type Stripe from 'stripe';
import type { Account } from '../account.ts';
import { newId } from '../store/ids.ts';

interface Movement {
  type: Stripe.BalanceTransaction.Type;
  reportingCategory: string;
  source: string;
  /** Signed: what it adds to the balance. */
  amount: number;
  fee: number;
  currency: string;
  description: string;
}

const twoDaysSeconds = 2 * 24 * 3600;

/** What a card payment costs: 2.9 % and thirty of the currency's hundredths. */
const chargeFee = (amount: number): number => Math.round(amount * 0.029) + 30;

/** What a dispute costs, won or not. */
const disputeFee = 1500;

/** Books what a payment brings. Money stays in the currency it came in. */
export const bookCharge = (account: Account, charge: Stripe.Charge): Stripe.Charge => ({
  ...charge,
  balance_transaction: book(account, {
    type: 'charge',
    reportingCategory: 'charge',
    source: charge.id,
    amount: charge.amount,
    fee: chargeFee(charge.amount),
    currency: charge.currency,
    description: charge.description ?? 'Payment',
  }),
});

/** Books what a refund takes; the fee of the payment is not given back. */
export const bookRefund = (account: Account, refund: Stripe.Refund): Stripe.Refund => ({
  ...refund,
  balance_transaction: book(account, {
    type: 'refund',
    reportingCategory: 'refund',
    source: refund.id,
    amount: -refund.amount,
    fee: 0,
    currency: refund.currency,
    description: 'REFUND FOR CHARGE',
  }),
});

/** Books that a refund did not reach its card. */
export const bookRefundFailure = (account: Account, refund: Stripe.Refund): Stripe.Refund => ({
  ...refund,
  failure_balance_transaction: book(account, {
    type: 'refund_failure',
    reportingCategory: 'refund_failure',
    source: refund.id,
    amount: refund.amount,
    fee: 0,
    currency: refund.currency,
    description: 'REFUND FAILURE',
  }),
});

/** Books what a bank takes back while it looks into a payment, with the fee for that; or that it gives the money back. */
export const bookDispute = (
  account: Account,
  dispute: Pick<Stripe.Dispute, 'id' | 'amount' | 'currency'>,
  direction: 'withdrawn' | 'reinstated',
): Stripe.BalanceTransaction =>
  newTransaction(account, {
    type: 'adjustment',
    reportingCategory: direction === 'withdrawn' ? 'dispute' : 'dispute_reversal',
    source: dispute.id,
    amount: direction === 'withdrawn' ? -dispute.amount : dispute.amount,
    fee: direction === 'withdrawn' ? disputeFee : 0,
    currency: dispute.currency,
    description: direction === 'withdrawn' ? 'Chargeback withdrawal' : 'Chargeback reversal',
  });

const book = (account: Account, movement: Movement): string => newTransaction(account, movement).id;

function newTransaction(account: Account, movement: Movement): Stripe.BalanceTransaction {
  const { type, reportingCategory, source, amount, fee, currency, description } = movement;
  const created = account.now();
  return account.objects.put<Stripe.BalanceTransaction>({
    id: newId('txn'),
    object: 'balance_transaction',
    amount,
    available_on: created + twoDaysSeconds,
    balance_type: 'payments',
    created,
    currency,
    description,
    exchange_rate: null,
    fee,
    fee_details:
      fee === 0
        ? []
        : [{ amount: fee, application: null, currency, description: 'Stripe processing fees', type: 'stripe_fee' }],
    net: amount - fee,
    reporting_category: reportingCategory,
    source,
    status: 'pending',
    type,
  });
}
