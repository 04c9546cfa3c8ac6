import { rememberKey, type CartRecord } from './cart.ts';
import type { CartRepository } from './cart-repository.ts';

export interface CartWrite {
  idempotencyKey: string | undefined;
  /** Refuses where the cart is at another version by now. */
  expectedVersion: number | undefined;
  /** Of what is to be done: the same key for anything else is a mistake. */
  fingerprint: string;
}

export type CartWriteResult<Refusal> =
  | { ok: true; cart: CartRecord }
  | { ok: false; reason: 'key-reused' }
  | { ok: false; reason: 'stale'; cart: CartRecord }
  | Refusal;

/** Writes what is decided of the cart as it is. The key is kept in the cart itself, in the same write, so a repetition changes nothing. */
export async function writeCart<Refusal extends { ok: false }>(
  opened: CartRecord,
  { idempotencyKey, expectedVersion, fingerprint }: CartWrite,
  carts: CartRepository,
  decide: (cart: CartRecord) => Promise<{ ok: true; cart: CartRecord } | Refusal>,
): Promise<CartWriteResult<Refusal>> {
  let cart = opened;
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const known = cart.recentKeys.find((entry) => entry.key === idempotencyKey);
    if (known) return known.fingerprint === fingerprint ? { ok: true, cart } : { ok: false, reason: 'key-reused' };
    if (expectedVersion !== undefined && expectedVersion !== cart.version) return { ok: false, reason: 'stale', cart };
    const decided = await decide(cart);
    if (!decided.ok) return decided;
    const changed = { ...decided.cart, recentKeys: rememberKey(cart, idempotencyKey, fingerprint) };
    if ((await carts.save(changed)) === 'saved') return { ok: true, cart: changed };
    cart = (await carts.find(cart.cartId)) ?? { ...cart, version: 0, lines: [], codes: [], recentKeys: [] };
  }
  return { ok: false, reason: 'stale', cart };
}
