import type { TenantScope } from '../../checkout/deps.ts';
import type { RefundRecord } from '../../table/refund-record.ts';
import { reconcile } from '../../checkout/payment/reconcile.ts';

/** So long a refund has for the usual way: being asked for, and its webhook. */
const patienceMs = 5 * 60_000;

/** Refunds that were written down, and whose answer was never heard: each is asked for again, under the key it has. */
export async function sweepRefunds(scope: TenantScope): Promise<{ refunded: number }> {
  const before = new Date(scope.clock().getTime() - patienceMs).toISOString();
  let refunded = 0;
  for (const waiting of await scope.orders.listUnanswered(before)) {
    if (!isDue(waiting, scope.clock())) continue;
    const order = await reconcile(scope, waiting.orderId);
    const known = order ? await scope.orders.refundsOf(order) : [];
    if (known.some(({ n, state }) => n === waiting.n && state !== 'requested')) refunded += 1;
  }
  return { refunded };
}

/** A bank may take days over what was asked for: once an hour is often enough then, in the minute it was asked in. */
function isDue({ requestedAt }: RefundRecord, now: Date): boolean {
  const ageMinutes = Math.floor((now.getTime() - Date.parse(requestedAt)) / 60_000);
  return ageMinutes < 60 || ageMinutes % 60 === 0;
}
