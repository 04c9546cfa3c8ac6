import { checkoutApi, type Cart } from '@tessera/contracts/api/checkout.ts';
import { cookies } from '@tessera/contracts/http.ts';
import { type AppError, conflict, notFound, staleVersion, unreachable } from '../../platform/errors.ts';
import type { SliceApp } from '../../platform/http.ts';
import type { SliceRequest } from '../../platform/http-types.ts';
import type { ScopeOf, TenantScope } from '../deps.ts';
import { codeRefused } from '../discount/code-refused.ts';
import { changeCart, type CartChangeResult } from './change-cart.ts';
import { applyCode, removeCode, type CodeChangeResult } from './change-codes.ts';
import { loadCart, presentCart, type LoadedCart } from './load-cart.ts';
import type { OpenedCart } from './open-cart.ts';

export function implementCart({ implement }: SliceApp, scopeOf: ScopeOf): void {
  implement(checkoutApi.cart, async ({ tenantId, query, cookie, authenticate }) => {
    const scope = scopeOf(tenantId);
    const visitor = { userId: (await authenticate())?.userId, cookie: cookie(cookies.cart) };
    const loaded = await loadCart(scope, visitor, { query, cookie: cookie(cookies.view) });
    const { cart } = await presentCart(scope, loaded.cart, loaded);
    // Looking alone leaves no trace in the browser; a cart that was merged away does.
    const kept = loaded.cookie && 'clear' in loaded.cookie ? loaded.cookie : undefined;
    return { status: 200, body: cart, headers: headersOf(cart, kept) };
  });

  implement(checkoutApi.changeCart, (request) =>
    change(request, ({ scope, loaded, write }) =>
      changeCart(
        loaded.cart,
        { ...write, productId: request.body.productId, quantity: request.body.quantity },
        {
          carts: scope.carts,
          findProduct: (productId) => scope.shop.findProduct(productId),
          context: { ...loaded.viewing, at: scope.clock().toISOString() },
        },
      ),
    ),
  );

  implement(
    checkoutApi.applyCode,
    (request) =>
      change(request, ({ scope, loaded, write }) =>
        applyCode(loaded.cart, request.body.code, write, {
          carts: scope.carts,
          price: (cart) => presentCart(scope, cart, loaded),
        }),
      ),
    // Codes are guessed otherwise.
    { routeClass: 'costly' },
  );

  implement(checkoutApi.removeCode, (request) =>
    change(request, ({ scope, loaded, write }) => removeCode(loaded.cart, request.params.code, write, scope.carts)),
  );

  /** What every change of a cart has around it: whose cart, which version, and the cart as it is then. */
  async function change(request: CartRequest, make: (opened: Opened) => Promise<CartChangeResult | CodeChangeResult>) {
    const { tenantId, headers, cookie } = request;
    const scope = scopeOf(tenantId);
    const visitor = { userId: (await request.authenticate())?.userId, cookie: cookie(cookies.cart) };
    const loaded = await loadCart(scope, visitor, { query: request.query, cookie: cookie(cookies.view) });
    const write = {
      idempotencyKey: headers['idempotency-key'],
      expectedVersion: readVersion(headers['if-match']),
    };
    const result = await make({ scope, loaded, write });
    if (!result.ok && result.reason === 'stale') {
      const { cart } = await presentCart(scope, result.cart, loaded);
      throw staleVersion('cart_version_stale', 'The cart has changed meanwhile.', { cart });
    }
    if (!result.ok) throw refusal(result);
    const { cart } = await presentCart(scope, result.cart, loaded);
    return { status: 200 as const, body: cart, headers: headersOf(cart, loaded.cookie) };
  }
}

type CartRequest = Pick<
  SliceRequest<typeof checkoutApi.changeCart>,
  'tenantId' | 'headers' | 'cookie' | 'authenticate' | 'query'
>;

interface Opened {
  scope: TenantScope;
  loaded: LoadedCart;
  write: { idempotencyKey: string | undefined; expectedVersion: number | undefined };
}

type Refused = Exclude<CartChangeResult | CodeChangeResult, { ok: true } | { reason: 'stale' }>;

function refusal(result: Refused): AppError {
  switch (result.reason) {
    case 'unknown-product':
      return notFound();
    case 'not-sold-here':
      return conflict('not_sold_here', 'This is not sold in your country and currency.');
    case 'cart-full':
      return conflict('cart_full', 'The cart holds no more different products.');
    case 'mixed-intervals':
      return conflict(
        'mixed_intervals',
        'A cart holds plans of one interval: take the monthly or the yearly ones out first.',
      );
    case 'too-many':
      return conflict('quantity_limit', 'Not so many of this can be had.', { maxQuantity: result.limit });
    case 'cart-empty':
      return conflict('cart_empty', 'The cart is empty.');
    case 'too-many-codes':
      return conflict('too_many_codes', 'The cart holds no more codes.');
    case 'code':
      return codeRefused(result.why);
    case 'key-reused':
      return conflict('idempotency_key_reused', 'This Idempotency-Key was used for another request.');
    default:
      return unreachable(result);
  }
}

/** `"3"`, `W/"3"` or `3`; a tag that no cart of ours has is a version that no cart has. */
function readVersion(ifMatch: string | undefined): number | undefined {
  if (ifMatch === undefined || ifMatch.trim() === '*') return undefined;
  const [, digits] = /^(?:W\/)?"?(\d{1,9})"?$/.exec(ifMatch.trim()) ?? [];
  return digits === undefined ? -1 : Number(digits);
}

const attributes = 'Path=/; Secure; HttpOnly; SameSite=Lax';

function headersOf(cart: Cart, change: OpenedCart['cookie']): Record<string, string> {
  const etag = `"${cart.version}"`;
  if (!change) return { etag };
  const value = 'set' in change ? `${change.set}; Max-Age=7776000` : '; Max-Age=0';
  return { etag, 'set-cookie': `${cookies.cart}=${value}; ${attributes}` };
}
