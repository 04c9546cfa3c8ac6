import type { OrderRecord } from '../../table/order-record.ts';
import type { TenantScope } from '../deps.ts';
import { hashOf } from '../order/build-order.ts';
import { reconcileSubscription } from '../subscription/reconcile-subscription.ts';
import { unreachable } from '../../platform/errors.ts';
import type { OrderChange } from '../order/order-repository.ts';
import { decide, type Decision } from './decide.ts';
import type { PaymentFacts } from './payments.ts';

/**
 * Brings an order to what its payment says, and answers it. Called by the webhook's worker, the thank-you page, the sweeper and
 * a second attempt to pay: any of them, in any order, any number of times.
 */
export async function reconcile(scope: TenantScope, orderId: string): Promise<OrderRecord | undefined> {
  const order = await reconcileOrder(scope, orderId);
  // What becomes of a renewal's payment concerns the subscription that it renews.
  const first = order?.frozen.renewalOf === undefined ? order : await scope.orders.find(order.frozen.renewalOf);
  if (first?.subscriptionId !== undefined) await reconcileSubscription(scope, first, first.subscriptionId);
  return order;
}

async function reconcileOrder(scope: TenantScope, orderId: string): Promise<OrderRecord | undefined> {
  for (let attempt = 0; attempt < 20; attempt += 1) {
    const order = await scope.orders.find(orderId);
    const refunds = order ? await scope.orders.refundsOf(order) : [];
    const facts = order && (await readFacts(scope, order));
    if (!facts) return order;
    const decision = decide({ order, refunds, facts, expectedHash: await hashOf(order), now: scope.clock() });
    if (decision.do === 'nothing') return order;
    if (decision.do === 'give-back') {
      const refundId = await scope.payments.refund(decision.paymentIntentId, decision.key);
      const event = { what: 'refund-requested' };
      await scope.orders.change(order, { set: { refundId }, event });
      return scope.orders.find(orderId);
    }
    // Read again afterwards: one state can lead to the next, as a payment that was given back.
    await scope.orders.change(order, await toChange(scope, decision));
    await pause(attempt);
  }
  throw new Error(`order ${orderId} kept changing`);
}

type Lasting = Exclude<Decision, { do: 'nothing' | 'give-back' }>;

/** What the order becomes; a question to the provider is asked first, and its answer is what is kept. */
async function toChange({ payments, clock }: TenantScope, decision: Lasting): Promise<OrderChange> {
  const now = clock().toISOString();
  switch (decision.do) {
    case 'change': {
      const paid = decision.change.event?.what === 'paid' ? { paidAt: now } : {};
      return { ...decision.change, set: { ...decision.change.set, ...paid } };
    }
    case 'ask-refund': {
      const { refund, paymentIntentId } = decision;
      const answer = await payments.refunds.ask(paymentIntentId, refund);
      if (answer.ok) return { set: {}, refund: { ...refund, providerId: answer.refund.id } };
      return {
        set: {},
        refund: { ...refund, state: 'failed', failure: answer.failure, settledAt: now },
        event: { what: 'refund-failed', detail: answer.failure },
      };
    }
    case 'answer-dispute': {
      const { dispute, evidence } = decision;
      const { failure: _, ...rest } = dispute;
      const answer = await payments.disputes.answer(dispute.id, evidence);
      if (answer.ok) return { set: { dispute: { ...rest, sentAt: now } }, event: { what: 'dispute-answered' } };
      return { set: { dispute: { ...rest, failure: answer.failure } }, event: { what: 'dispute-answer-refused' } };
    }
    default:
      return unreachable(decision);
  }
}

/** What was paid for an order; undefined where nobody was asked to pay yet. */
async function readFacts({ payments }: TenantScope, order: OrderRecord): Promise<PaymentFacts | undefined> {
  if (order.sessionId !== undefined) return payments.readSession(order, order.sessionId);
  const { paymentIntentId, frozen } = order;
  if (frozen.renewalOf === undefined || paymentIntentId === undefined) return undefined;
  return payments.readRenewal(order, paymentIntentId);
}

/** Two that collide step back for different times by their attempt; the first goes on at once. */
const pause = (attempt: number): Promise<void> =>
  attempt === 0 ? Promise.resolve() : new Promise((resolve) => setTimeout(resolve, 10 * 2 ** Math.min(attempt, 6)));
