import { DiscountCode, type CodeRefusal } from '@tessera/contracts/api/discounts.ts';
import { fingerprintOf } from '../../platform/idempotency.ts';
import { maxCodes, type CartRecord } from './cart.ts';
import type { CartRepository } from './cart-repository.ts';
import type { PricedCart } from './cart-view.ts';
import { writeCart, type CartWrite, type CartWriteResult } from './write-cart.ts';

type Refusal = { ok: false; reason: 'cart-empty' | 'too-many-codes' } | { ok: false; reason: 'code'; why: CodeRefusal };

export type CodeChangeResult = CartWriteResult<Refusal>;

interface ApplyCodeDeps {
  carts: CartRepository;
  /** The cart with that code, priced now. */
  price(cart: CartRecord): Promise<PricedCart>;
}

/** Keeps a code in the cart where it takes something off; else says why it doesn't. */
export async function applyCode(
  opened: CartRecord,
  text: string,
  write: Omit<CartWrite, 'fingerprint'>,
  { carts, price }: ApplyCodeDeps,
): Promise<CodeChangeResult> {
  const parsed = DiscountCode.safeParse(text);
  // What can't be a code is told no more than what isn't one.
  if (!parsed.success) return { ok: false, reason: 'code', why: 'unknown' };
  const code = parsed.data;
  return writeCart<Refusal>(opened, { ...write, fingerprint: fingerprintOf(['code', code]) }, carts, async (cart) => {
    if (cart.codes.includes(code)) return { ok: true, cart: { ...cart, version: cart.version + 1 } };
    if (cart.lines.length === 0) return { ok: false, reason: 'cart-empty' };
    if (cart.codes.length >= maxCodes) return { ok: false, reason: 'too-many-codes' };
    const changed = { ...cart, version: cart.version + 1, codes: [...cart.codes, code] };
    const { discounts } = await price(changed);
    const refused = discounts.now.refused.find((each) => each.code === code);
    return refused ? { ok: false, reason: 'code', why: refused.reason } : { ok: true, cart: changed };
  });
}

export const removeCode = (
  opened: CartRecord,
  code: string,
  write: Omit<CartWrite, 'fingerprint'>,
  carts: CartRepository,
): Promise<CodeChangeResult> =>
  writeCart<Refusal>(opened, { ...write, fingerprint: fingerprintOf(['no-code', code]) }, carts, (cart) =>
    Promise.resolve({
      ok: true as const,
      cart: { ...cart, version: cart.version + 1, codes: cart.codes.filter((each) => each !== code) },
    }),
  );
