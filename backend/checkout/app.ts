import type { SliceAppOptions } from '../platform/http.ts';
import { createSliceApp } from '../platform/http.ts';
import { implementCart } from './cart/routes.ts';
import { createScopes, type CheckoutDeps } from './deps.ts';
import { implementOrders, type OrderRouteOptions } from './order/routes.ts';
import { implementQuote } from './quote/routes.ts';
import { implementSubscriptions } from './subscription/routes.ts';
import { createInbox } from './webhook/inbox.ts';
import { implementWebhook } from './webhook/routes.ts';

export interface CheckoutAppOptions extends CheckoutDeps, OrderRouteOptions {
  http: Omit<SliceAppOptions, 'slice' | 'clock'>;
  webhookSecret: string;
}

export function createCheckoutApp(options: CheckoutAppOptions) {
  const { table, stripe, clock, webhookSecret: secret } = options;
  const slice = createSliceApp({ ...options.http, slice: 'checkout', clock });
  const scopeOf = createScopes(options);
  implementCart(slice, scopeOf);
  implementQuote(slice, scopeOf);
  implementOrders(slice, scopeOf, options);
  implementSubscriptions(slice, scopeOf);
  implementWebhook(slice, { stripe, secret, clock, inbox: createInbox(table, clock) });
  return slice.app;
}
