import { checkoutApi } from '@tessera/contracts/api/checkout.ts';
import { conflict, notFound } from '../../platform/errors.ts';
import type { SliceApp } from '../../platform/http.ts';
import { toSubscriptionView } from '../../table/subscription-record.ts';
import type { ScopeOf } from '../deps.ts';
import { reconcileSubscription } from './reconcile-subscription.ts';

export function implementSubscriptions({ implement }: SliceApp, scopeOf: ScopeOf): void {
  implement(checkoutApi.changeSubscription, async ({ tenantId, params, body, claims }) => {
    const scope = scopeOf(tenantId);
    const order = await scope.orders.find(params.id);
    if (order?.userId !== claims.userId || order.subscriptionId === undefined) throw notFound();
    const result = await scope.payments.subscriptions.setRenewing(order.subscriptionId, body.renews);
    const record = await reconcileSubscription(scope, order, order.subscriptionId);
    if (!record) throw notFound();
    if (result === 'ended') throw conflict('subscription_ended', 'This subscription is over. Subscribe anew to go on.');
    return { status: 200, body: toSubscriptionView(record) };
  });
}
