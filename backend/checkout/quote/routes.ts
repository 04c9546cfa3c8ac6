import { checkoutApi } from '@tessera/contracts/api/checkout.ts';
import { cookies } from '@tessera/contracts/http.ts';
import { conflict } from '../../platform/errors.ts';
import type { SliceApp } from '../../platform/http.ts';
import { loadCart, presentCart } from '../cart/load-cart.ts';
import type { ScopeOf } from '../deps.ts';
import { regionNeeded, toTaxLocation } from './address.ts';
import { digestOf } from './digest.ts';

export function implementQuote({ implement }: SliceApp, scopeOf: ScopeOf): void {
  implement(checkoutApi.quote, async ({ tenantId, body, query, cookie, authenticate }) => {
    const scope = scopeOf(tenantId);
    const visitor = { userId: (await authenticate())?.userId, cookie: cookie(cookies.cart) };
    const loaded = await loadCart(scope, visitor, { query, cookie: cookie(cookies.view) });
    if (loaded.cart.lines.length === 0) throw conflict('cart_empty', 'The cart is empty.');
    const address = toTaxLocation(body.address, loaded.seller);
    const priced = await presentCart(scope, loaded.cart, { ...loaded, address });
    if (!priced.quote) throw regionNeeded();
    return { status: 200, body: { cart: priced.cart, digest: digestOf(priced) } };
  });
}
