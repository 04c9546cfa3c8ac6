import type { OrderRecord } from '../../table/order-record.ts';
import type { TenantScope } from '../deps.ts';
import { reconcile } from '../payment/reconcile.ts';

/**
 * Where the buyer goes on: the hosted page of a pending order, else the order's own page. Opening twice opens one page, because the
 * provider is asked under the order's id.
 */
export async function openPayment(scope: TenantScope, order: OrderRecord): Promise<string> {
  const orderPage = `${order.frozen.origin}${order.frozen.localePrefix}/order/${order.orderId}`;
  if (order.state !== 'pending') return orderPage;
  if (order.totalMinor === '0') {
    await settleFreeOrder(scope, order);
    return orderPage;
  }
  if (order.sessionUrl) return order.sessionUrl;
  const session = await scope.payments.openSession(order);
  const set = { sessionId: session.id, sessionUrl: session.url };
  if (await scope.orders.change(order, { set })) return session.url;
  const known = await reconcile(scope, order.orderId);
  if (known?.state === 'pending' && !known.sessionUrl) return openPayment(scope, known);
  return known?.state === 'pending' && known.sessionUrl ? known.sessionUrl : orderPage;
}

/** Nothing to pay: the order is paid by being placed. */
async function settleFreeOrder(scope: TenantScope, order: OrderRecord): Promise<void> {
  const paidAt = scope.clock().toISOString();
  await scope.orders.change(order, {
    set: { state: 'paid', paidAt },
    event: { what: 'paid', detail: 'free' },
    entitlements: 'grant',
    emptyCart: true,
  });
}
