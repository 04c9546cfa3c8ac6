import type { CartRecord } from './cart.ts';

/** One tenant's carts. A write states the version it was made from and answers `stale` where another came between. */
export interface CartRepository {
  find(cartId: string): Promise<CartRecord | undefined>;
  /** `cart.version` is the new one; the stored one must be one lower, or absent for the first. */
  save(cart: CartRecord): Promise<'saved' | 'stale'>;
  /** Moves the lines of a signed-out cart to its owner's and forgets the former, in one step. */
  merge(merged: CartRecord, brought: CartRecord): Promise<'saved' | 'stale'>;
}
