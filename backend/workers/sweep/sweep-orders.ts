import { reconcile } from '../../checkout/payment/reconcile.ts';
import type { TenantScope } from '../../checkout/deps.ts';

const lookBackMs = 3 * 24 * 3600_000;

export interface SweepResult {
  expired: number;
  settled: number;
}

/**
 * Orders whose time to pay is over give their stock back. Each is held against its payment first: a buyer who paid in the last
 * second, and whose webhook is still on its way, has paid.
 */
export async function sweepOrders(scope: TenantScope): Promise<SweepResult> {
  const now = scope.clock();
  const result: SweepResult = { expired: 0, settled: 0 };
  const from = new Date(now.getTime() - lookBackMs).toISOString();
  for (const placed of await scope.orders.listPlaced({ from, until: now.toISOString() })) {
    if (placed.state !== 'pending' || Date.parse(placed.expiresAt) > now.getTime()) continue;
    if (placed.sessionId !== undefined) await scope.payments.closeSession(placed.sessionId);
    const order = await reconcile(scope, placed.orderId);
    if (order && order.state !== 'pending') result[order.state === 'expired' ? 'expired' : 'settled'] += 1;
    // No page was ever opened for it, so nobody can have paid.
    if (order?.state === 'pending' && order.sessionId === undefined) {
      const set = { state: 'expired' as const, stockHeld: false };
      if (await scope.orders.change(order, { set, event: { what: 'expired' } })) result.expired += 1;
    }
  }
  return result;
}
