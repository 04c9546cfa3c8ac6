import { checkoutApi } from '@tessera/contracts/api/checkout.ts';
import { cookies } from '@tessera/contracts/http.ts';
import Stripe from 'stripe';
import { AppError, conflict, notFound, unreachable } from '../../platform/errors.ts';
import type { SliceApp } from '../../platform/http.ts';
import { signedHostOf } from '../../platform/tenant-signature.ts';
import { toOrderView } from '../../table/order-view.ts';
import { loadCart, presentCart } from '../cart/load-cart.ts';
import type { ScopeOf, TenantScope } from '../deps.ts';
import { reconcile } from '../payment/reconcile.ts';
import { regionNeeded, toTaxLocation } from '../quote/address.ts';
import { openPayment } from './open-session.ts';
import { placeOrder, type PlaceOrderResult } from './place-order.ts';

export interface OrderRouteOptions {
  publicScheme: string;
  publicPortSuffix: string;
}

export function implementOrders({ implement }: SliceApp, scopeOf: ScopeOf, options: OrderRouteOptions): void {
  implement(
    checkoutApi.createSession,
    async ({ tenantId, body, query, claims, cookie, headers, host }) => {
      const scope = scopeOf(tenantId);
      const visitor = { userId: claims.userId, cookie: cookie(cookies.cart) };
      const hints = { query: { locale: body.locale, ...query }, cookie: cookie(cookies.view) };
      const result = await placeOrder(scope, {
        userId: claims.userId,
        details: body,
        idempotencyKey: headers['idempotency-key'],
        origin: `${options.publicScheme}://${signedHostOf(host)}${options.publicPortSuffix}`,
        load: async () => {
          const loaded = await loadCart(scope, visitor, hints);
          const address = toTaxLocation(body.address, loaded.seller);
          return { loaded, priced: await presentCart(scope, loaded.cart, { ...loaded, address }) };
        },
      });
      if (!result.ok) throw refusal(result);
      return { status: 200, body: { url: await pay(scope, result), orderId: result.order.orderId } };
    },
    { routeClass: 'costly' },
  );

  implement(checkoutApi.order, async ({ tenantId, params, claims }) => {
    const scope = scopeOf(tenantId);
    const order = await scope.orders.find(params.id);
    if (order?.userId !== claims.userId) throw notFound();
    const settled =
      order.state === 'pending' || order.state === 'pending_async' ? await settle(scope, order.orderId) : order;
    const known = settled ?? order;
    const refunds = known.refundCount === undefined ? [] : await scope.orders.refundsOf(known);
    return { status: 200, body: toOrderView(known, refunds) };
  });
}

/** The page is answered even where the provider is not: the webhook will come. */
async function settle(scope: TenantScope, orderId: string) {
  try {
    return await reconcile(scope, orderId);
  } catch (error) {
    if (error instanceof Stripe.errors.StripeError) return undefined;
    throw error;
  }
}

async function pay(scope: TenantScope, { order }: Extract<PlaceOrderResult, { ok: true }>): Promise<string> {
  try {
    return await openPayment(scope, order);
  } catch (cause) {
    if (!(cause instanceof Stripe.errors.StripeError)) throw cause;
    throw new AppError({
      status: 503,
      code: 'payment_unavailable',
      publicMessage: 'The payment page cannot be reached. Nothing was charged; try again in a moment.',
      headers: { 'retry-after': '5' },
      cause,
    });
  }
}

function refusal(result: Exclude<PlaceOrderResult, { ok: true }>): AppError {
  switch (result.reason) {
    case 'cart-empty':
      return conflict('cart_empty', 'The cart is empty.');
    case 'cart-changed':
      return conflict('cart_changed', 'Something in the cart has changed. Look at it again before you pay.', {
        cart: result.priced.cart,
      });
    case 'key-reused':
      return conflict('idempotency_key_reused', 'This Idempotency-Key was used for another request.');
    case 'order-closed':
      return conflict('order_closed', 'This order was closed. Start the payment again.');
    case 'not-chargeable':
      return conflict('not_chargeable', 'This total cannot be charged in this currency.');
    case 'busy':
      return conflict('checkout_busy', 'Another payment of this cart is being prepared. Try again in a moment.');
    case 'discount-gone':
      return conflict('discount_used_up', 'A discount was used up just now. Look at the new total before you pay.', {
        cart: result.priced.cart,
      });
    case 'plan-needs-payment':
      return conflict('plan_needs_payment', 'The first payment of a plan cannot be nothing. Take a discount out.');
    case 'already-subscribed':
      return conflict('already_subscribed', 'You have this subscription already. Your library shows it.');
    case 'mixed-cart':
      return conflict('mixed_cart', 'These plans cannot be paid together. Take some out of the cart.');
    case 'region-needed':
      return regionNeeded();
    default:
      return unreachable(result);
  }
}
