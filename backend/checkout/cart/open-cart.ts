import type { NewId } from '../../platform/ids.ts';
import { mergeCodes, mergeLines, type CartRecord } from './cart.ts';
import { cartIdOfUser, readCartCookie } from './cart-id.ts';
import type { CartRepository } from './cart-repository.ts';

export interface Visitor {
  userId: string | undefined;
  /** Value of the `__Host-cart` cookie. */
  cookie: string | undefined;
}

export interface OpenedCart {
  /** Version 0 where nothing is stored yet. */
  cart: CartRecord;
  /** What the browser's cookie should become: a new id, or nothing because the session leads to the cart. */
  cookie?: { set: string } | { clear: true };
}

export interface OpenCartDeps {
  carts: CartRepository;
  newId: NewId;
  currency: string;
  country: string;
}

/** The visitor's cart. The first time a session and a signed-out cart come together, the one joins the other. */
export async function openCart(visitor: Visitor, deps: OpenCartDeps): Promise<OpenedCart> {
  const { carts, newId } = deps;
  const cookieId = readCartCookie(visitor.cookie);
  if (visitor.userId === undefined) {
    const known = cookieId === undefined ? undefined : await carts.find(cookieId);
    if (known && known.ownerId === undefined) return { cart: known };
    const cartId = newId('crt');
    return { cart: emptyCart(cartId, deps), cookie: { set: cartId } };
  }
  const ownerId = visitor.userId;
  const cartId = cartIdOfUser(ownerId);
  if (cookieId === undefined) return { cart: (await carts.find(cartId)) ?? emptyCart(cartId, deps, ownerId) };
  return { cart: await mergeInto(cartId, ownerId, cookieId, deps), cookie: { clear: true } };
}

/** Harmless to repeat: the cart that was brought is gone with the merge. */
async function mergeInto(cartId: string, ownerId: string, broughtId: string, deps: OpenCartDeps): Promise<CartRecord> {
  for (let attempt = 0; attempt < 4; attempt += 1) {
    const [own, brought] = await Promise.all([deps.carts.find(cartId), deps.carts.find(broughtId)]);
    const before = own ?? emptyCart(cartId, deps, ownerId);
    if (!brought || brought.ownerId !== undefined || (brought.lines.length === 0 && brought.codes.length === 0))
      return before;
    const merged: CartRecord = {
      ...before,
      ...(before.version === 0 ? { currency: brought.currency, country: brought.country } : {}),
      version: before.version + 1,
      lines: mergeLines(before.lines, brought.lines),
      codes: mergeCodes(before.codes, brought.codes),
    };
    if ((await deps.carts.merge(merged, brought)) === 'saved') return merged;
  }
  throw new Error(`cart ${cartId} kept changing while it was merged`);
}

const emptyCart = (cartId: string, { currency, country }: OpenCartDeps, ownerId?: string): CartRecord => ({
  cartId,
  version: 0,
  ...(ownerId === undefined ? {} : { ownerId }),
  currency,
  country,
  lines: [],
  codes: [],
  recentKeys: [],
});
