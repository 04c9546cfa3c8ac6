import type { OrderRecord } from '../../table/order-record.ts';
import type { TenantScope } from '../deps.ts';
import { hashOf } from '../order/build-order.ts';
import { reconcileSubscription } from '../subscription/reconcile-subscription.ts';
import { decide } from './decide.ts';
import type { PaymentFacts } from './payments.ts';

/**
 * Brings an order to what its payment says, and answers it. Called by the webhook's worker, the thank-you page, the sweeper and
 * a second attempt to pay: any of them, in any order, any number of times.
 */
export async function reconcile(scope: TenantScope, orderId: string): Promise<OrderRecord | undefined> {
  const order = await reconcileOrder(scope, orderId);
  if (order?.subscriptionId !== undefined) await reconcileSubscription(scope, order, order.subscriptionId);
  return order;
}

async function reconcileOrder(scope: TenantScope, orderId: string): Promise<OrderRecord | undefined> {
  for (let attempt = 0; attempt < 10; attempt += 1) {
    const order = await scope.orders.find(orderId);
    const facts = order && (await readFacts(scope, order));
    if (!facts) return order;
    const decision = decide(order, facts, await hashOf(order));
    if (decision.do === 'nothing') return order;
    if (decision.do === 'refund') {
      const refundId = await scope.payments.refund(decision.paymentIntentId, decision.key);
      const event = { what: 'refund-requested' };
      await scope.orders.change(order, { set: { refundId }, event });
      return scope.orders.find(orderId);
    }
    const paid = decision.change.event?.what === 'paid' ? { paidAt: scope.clock().toISOString() } : {};
    // Read again afterwards: one state can lead to the next, as a payment that was given back.
    await scope.orders.change(order, { ...decision.change, set: { ...decision.change.set, ...paid } });
    await pause(attempt);
  }
  throw new Error(`order ${orderId} kept changing`);
}

/** What was paid for an order; undefined where nobody was asked to pay yet. */
async function readFacts({ payments }: TenantScope, order: OrderRecord): Promise<PaymentFacts | undefined> {
  if (order.sessionId !== undefined) return payments.readSession(order.sessionId);
  const { paymentIntentId, frozen } = order;
  if (frozen.renewalOf === undefined || paymentIntentId === undefined) return undefined;
  return payments.readRenewal(order, paymentIntentId);
}

/** Two that collide step back for different times by their attempt; the first goes on at once. */
const pause = (attempt: number): Promise<void> =>
  attempt === 0 ? Promise.resolve() : new Promise((resolve) => setTimeout(resolve, 10 * 2 ** Math.min(attempt, 6)));
