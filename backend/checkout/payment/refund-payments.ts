import { fromPspAmount, toPspAmount } from '@tessera/commerce/money/psp-amount.ts';
import type { Money } from '@tessera/commerce/money/money.ts';
import Stripe from 'stripe';
import type { RefundRecord } from '../../table/refund-record.ts';

/** A refund as the provider has it. */
export interface ProviderRefund {
  id: string;
  amount: Money;
  state: 'pending' | 'succeeded' | 'failed';
  /** Our own name of it; one that was made in the provider's dashboard has none. */
  key: string | undefined;
  failure: string | undefined;
  createdAt: string;
}

export type RefundAnswer = { ok: true; refund: ProviderRefund } | { ok: false; failure: string };

/** What the provider does with money that goes back. */
export interface RefundPayments {
  /** All there ever were of a payment. */
  list(paymentIntentId: string): Promise<ProviderRefund[]>;
  /** Asks for one under its permanent key. Not `ok` where the provider will never make it. */
  ask(paymentIntentId: string, refund: RefundRecord): Promise<RefundAnswer>;
}

export function createRefundPayments(stripe: Stripe): RefundPayments {
  return {
    async list(paymentIntentId) {
      const all: ProviderRefund[] = [];
      for await (const refund of stripe.refunds.list({ payment_intent: paymentIntentId, limit: 100 }))
        all.push(toProviderRefund(refund));
      return all;
    },

    async ask(paymentIntentId, { tenantId, orderId, key, amountMinor, currency }) {
      const charged = toPspAmount({ amountMinor: BigInt(amountMinor), currency });
      if (!charged.ok) return { ok: false, failure: charged.reason };
      try {
        const refund = await stripe.refunds.create(
          {
            payment_intent: paymentIntentId,
            amount: charged.amount,
            reason: 'requested_by_customer',
            metadata: { tenant: tenantId, order_id: orderId, refund: key },
          },
          { idempotencyKey: key },
        );
        return { ok: true, refund: toProviderRefund(refund) };
      } catch (error) {
        if (error instanceof Stripe.errors.StripeInvalidRequestError)
          return { ok: false, failure: error.code ?? 'refused' };
        throw error;
      }
    },
  };
}

const toProviderRefund = (refund: Stripe.Refund): ProviderRefund => ({
  id: refund.id,
  amount: fromPspAmount(refund.amount, refund.currency),
  state: stateOf(refund.status),
  key: refund.metadata?.['refund'],
  failure: refund.failure_reason ?? (refund.status === 'canceled' ? 'canceled' : undefined),
  createdAt: new Date(refund.created * 1000).toISOString(),
});

function stateOf(status: string | null): ProviderRefund['state'] {
  if (status === 'succeeded') return 'succeeded';
  return status === 'failed' || status === 'canceled' ? 'failed' : 'pending';
}
