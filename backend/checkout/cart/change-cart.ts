import { planSession } from '@tessera/commerce/cart/session-plan.ts';
import { resolvePrice } from '@tessera/commerce/price/resolve-price.ts';
import { fingerprintOf } from '../../platform/idempotency.ts';
import { limitOf, type PricingContext } from '../quote/price-lines.ts';
import type { SaleProduct } from '../shop/shop.ts';
import { maxLines, setLine, type CartRecord } from './cart.ts';
import type { CartRepository } from './cart-repository.ts';
import { writeCart, type CartWrite, type CartWriteResult } from './write-cart.ts';

export interface CartChange extends Omit<CartWrite, 'fingerprint'> {
  productId: string;
  quantity: number;
}

type Refusal =
  | { ok: false; reason: 'unknown-product' | 'not-sold-here' | 'cart-full' | 'mixed-intervals' }
  | { ok: false; reason: 'too-many'; limit: number };

export type CartChangeResult = CartWriteResult<Refusal>;

export interface ChangeCartDeps {
  carts: CartRepository;
  findProduct(productId: string): Promise<SaleProduct | undefined>;
  context: PricingContext;
}

/** Sets one line. */
export async function changeCart(
  opened: CartRecord,
  change: CartChange,
  deps: ChangeCartDeps,
): Promise<CartChangeResult> {
  const fingerprint = fingerprintOf([change.productId, change.quantity]);
  const product = await deps.findProduct(change.productId);
  return writeCart(opened, { ...change, fingerprint }, deps.carts, (cart) =>
    Promise.resolve(decide(cart, change, product, deps.context)),
  );
}

type Decision = { ok: true; cart: CartRecord } | Refusal;

function decide(
  cart: CartRecord,
  { productId, quantity }: CartChange,
  product: SaleProduct | undefined,
  context: PricingContext,
): Decision {
  const known = cart.lines.find((line) => line.productId === productId);
  const version = cart.version + 1;
  // What is no longer sold can still be taken out.
  if (quantity === 0 && known) return { ok: true, cart: { ...cart, version, lines: setLine(cart, known, 0) } };
  if (!product) return { ok: false, reason: 'unknown-product' };
  if (quantity === 0) return { ok: true, cart: { ...cart, version } };
  const price = resolvePrice(product.prices, context);
  if (!price.ok) return { ok: false, reason: 'not-sold-here' };
  const limit = limitOf(product);
  if (quantity > limit) return { ok: false, reason: 'too-many', limit };
  if (!known && cart.lines.length >= maxLines) return { ok: false, reason: 'cart-full' };
  const { workId, slug, title, productTitle, makers, cover, delivery } = product;
  const unitMinor = price.price.amountMinor.toString();
  const interval = product.interval ? { interval: product.interval } : {};
  const shown = {
    workId,
    slug,
    title,
    productTitle,
    makers,
    cover,
    delivery,
    currency: context.currency,
    unitMinor,
    ...interval,
  };
  const lines = setLine(cart, { productId, shown }, quantity);
  const plan = planSession(lines.map((line) => line.shown));
  if (!plan.ok) return { ok: false, reason: plan.reason === 'too-many-lines' ? 'cart-full' : plan.reason };
  return { ok: true, cart: { ...cart, version, currency: context.currency, country: context.country, lines } };
}
