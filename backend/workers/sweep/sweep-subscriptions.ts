import type { TenantScope } from '../../checkout/deps.ts';
import { reconcile } from '../../checkout/payment/reconcile.ts';

/** As long as a provider may try a renewal again. */
const lookBackMs = 45 * 24 * 3600_000;

/** Subscriptions whose period is over by our records: their renewal was not heard of, so the provider is asked. */
export async function sweepSubscriptions(scope: TenantScope): Promise<{ heard: number }> {
  const now = scope.clock().getTime();
  const from = new Date(now - lookBackMs).toISOString();
  let heard = 0;
  for (const due of await scope.subscriptions.listDue({ from, until: new Date(now).toISOString() })) {
    await reconcile(scope, due.orderId);
    const { periodEnd, state } = (await scope.subscriptions.find(due.userId, due.orderId)) ?? due;
    if (periodEnd !== due.periodEnd || state !== due.state) heard += 1;
  }
  return { heard };
}
