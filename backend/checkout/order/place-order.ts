import { planSession } from '@tessera/commerce/cart/session-plan.ts';
import { isChargeable } from '@tessera/commerce/money/psp-minimum.ts';
import type { CheckoutDetails } from '@tessera/contracts/api/checkout.ts';
import { fingerprintOf } from '../../platform/idempotency.ts';
import type { OrderRecord } from '../../table/order-record.ts';
import type { LoadedCart } from '../cart/load-cart.ts';
import type { PricedCart } from '../cart/cart-view.ts';
import type { TenantScope } from '../deps.ts';
import { reconcile } from '../payment/reconcile.ts';
import { digestOf } from '../quote/digest.ts';
import { buildOrder } from './build-order.ts';

export interface PlaceOrderInput {
  userId: string;
  details: CheckoutDetails;
  idempotencyKey: string | undefined;
  origin: string;
  /** Reads the cart afresh, priced for the address. */
  load(): Promise<{ loaded: LoadedCart; priced: PricedCart }>;
}

export type PlaceOrderResult =
  | { ok: true; order: OrderRecord }
  | {
      ok: false;
      reason:
        | 'cart-empty'
        | 'key-reused'
        | 'order-closed'
        | 'region-needed'
        | 'not-chargeable'
        | 'busy'
        | 'mixed-cart'
        | 'already-subscribed'
        | 'plan-needs-payment';
    }
  /** `discount-gone`: another buyer took the last of a discount that was counted on. */
  | { ok: false; reason: 'cart-changed' | 'discount-gone'; priced: PricedCart };

/**
 * One open order for a cart as it is. The same cart with the same details leads to the order that is open already; other details close
 * that one first. Two requests at once meet in the transaction: the cart takes one of them, and the other finds it there.
 */
export async function placeOrder(scope: TenantScope, input: PlaceOrderInput): Promise<PlaceOrderResult> {
  const claim = claimOf(input);
  let lost: string | undefined;
  for (let attempt = 0; attempt < 8; attempt += 1) {
    const repeated = claim && (await scope.orders.findByKey(claim.scopedKey));
    if (repeated && repeated.fingerprint !== claim.fingerprint) return { ok: false, reason: 'key-reused' };
    if (repeated) return reopened(await reconcile(scope, repeated.orderId));
    const { loaded, priced } = await input.load();
    const refusal = refuse(priced, input.details) ?? (await refuseTwice(scope, input.userId, priced));
    if (lost !== undefined && digestOf(priced) !== lost) return { ok: false, reason: 'discount-gone', priced };
    if (refusal) return refusal;
    const fingerprint = fingerprintOf([
      loaded.cart.cartId,
      loaded.cart.version,
      detailsOf(input.details),
      digestOf(priced),
    ]);
    const open = await settleOpenOrder(scope, loaded, fingerprint);
    if (open === 'again') continue;
    if (open) return { ok: true, order: open };
    const order = await newOrder(scope, input, { loaded, priced });
    const placed = await scope.orders.place({
      order,
      cart: loaded.cart,
      fingerprint,
      ...(claim ? { idempotency: claim } : {}),
    });
    if (placed === 'placed') return { ok: true, order };
    if (placed === 'discount-gone') lost = digestOf(priced);
    await pause(attempt);
  }
  return { ok: false, reason: 'busy' };
}

/** People's keys never meet: the scope names the person. */
const claimOf = ({ idempotencyKey, userId, details }: PlaceOrderInput) =>
  idempotencyKey === undefined
    ? undefined
    : {
        scopedKey: `checkout.create-session:${userId}:${idempotencyKey}`,
        fingerprint: fingerprintOf(detailsOf(details)),
      };

const detailsOf = ({ digest: _, ...details }: CheckoutDetails) => details;

function reopened(order: OrderRecord | undefined): PlaceOrderResult {
  const open = order !== undefined && order.state !== 'expired' && order.state !== 'cancelled';
  return open ? { ok: true, order } : { ok: false, reason: 'order-closed' };
}

function refuse(priced: PricedCart, { digest }: CheckoutDetails): PlaceOrderResult | undefined {
  if (priced.cart.lines.length === 0) return { ok: false, reason: 'cart-empty' };
  const plan = planSession(priced.lines.map(({ product }) => product));
  if (!plan.ok) return { ok: false, reason: 'mixed-cart' };
  if (!priced.quote) return { ok: false, reason: 'region-needed' };
  const unseen =
    digest === undefined
      ? priced.lines.some((line) => line.notice === 'quantity-reduced') || priced.discounts.now.refused.length > 0
      : digest !== digestOf(priced);
  if (priced.unavailable.length > 0 || unseen) return { ok: false, reason: 'cart-changed', priced };
  const { totalMinor: amountMinor, currency } = priced.quote.totals;
  if (plan.mode === 'subscription' && amountMinor === 0n) return { ok: false, reason: 'plan-needs-payment' };
  return isChargeable({ amountMinor, currency }) ? undefined : { ok: false, reason: 'not-chargeable' };
}

/** Nobody means to pay for the same thing twice a month. */
async function refuseTwice(
  scope: TenantScope,
  userId: string,
  { lines }: PricedCart,
): Promise<PlaceOrderResult | undefined> {
  const wanted = lines.filter(({ product }) => product.interval).map(({ product }) => product.workId);
  if (wanted.length === 0) return undefined;
  const running = (await scope.subscriptions.listOf(userId)).filter(({ state }) => state !== 'ended');
  const twice = running.some((record) => record.lines.some(({ workId }) => wanted.includes(workId)));
  return twice ? { ok: false, reason: 'already-subscribed' } : undefined;
}

/** The cart's open order where it is this very one; `again` where closing it changed what is in the cart. */
async function settleOpenOrder(
  scope: TenantScope,
  { cart }: LoadedCart,
  fingerprint: string,
): Promise<OrderRecord | 'again' | undefined> {
  if (cart.openOrderId === undefined) return undefined;
  const order = await reconcile(scope, cart.openOrderId);
  if (!order || (order.state !== 'pending' && order.state !== 'pending_async')) {
    const paidMeanwhile = order !== undefined && (await scope.carts.find(cart.cartId))?.version !== cart.version;
    return paidMeanwhile ? 'again' : undefined;
  }
  const tooLate = Date.parse(order.expiresAt) <= scope.clock().getTime();
  if (cart.openOrderFingerprint === fingerprint && !tooLate && !isStuck(order, scope.clock())) return order;
  return closeOrder(scope, order);
}

/** Its page was never opened, and Stripe would not open it any more: half an hour must be left. */
const isStuck = (order: OrderRecord, now: Date): boolean =>
  order.sessionId === undefined && Date.parse(order.expiresAt) - now.getTime() < 31 * 60_000;

async function closeOrder(scope: TenantScope, order: OrderRecord): Promise<'again' | undefined> {
  if (order.sessionId && (await scope.payments.closeSession(order.sessionId)) === 'not-open') {
    const known = await reconcile(scope, order.orderId);
    return known?.state === 'expired' ? undefined : 'again';
  }
  const closed = await scope.orders.change(order, {
    set: { state: 'cancelled', stockHeld: false },
    event: { what: 'superseded' },
  });
  return closed ? undefined : 'again';
}

async function newOrder(
  scope: TenantScope,
  input: PlaceOrderInput,
  { loaded, priced }: { loaded: LoadedCart; priced: PricedCart },
): Promise<OrderRecord> {
  if (!priced.quote) throw new Error('an order needs a quote');
  return buildOrder({
    tenantId: scope.tenantId,
    orderId: scope.newId('ord'),
    serial: await scope.orders.nextNumber(),
    userId: input.userId,
    cartId: loaded.cart.cartId,
    details: input.details,
    locale: loaded.viewing.locale,
    origin: input.origin,
    seller: loaded.seller,
    lines: priced.lines,
    quote: priced.quote,
    now: scope.clock(),
  });
}

const pause = (attempt: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5 * 2 ** attempt));
