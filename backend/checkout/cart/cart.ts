import { planSession } from '@tessera/commerce/cart/session-plan.ts';
import { Picture } from '@tessera/contracts/api/common.ts';
import { z } from 'zod';

/** What a line was when it was put in: shown should the product go, compared should its price change. */
const ShownLine = z.object({
  workId: z.string(),
  slug: z.string(),
  title: z.string(),
  productTitle: z.string(),
  makers: z.string(),
  cover: Picture,
  delivery: z.enum(['digital', 'physical', 'subscription', 'tokens']),
  currency: z.string(),
  unitMinor: z.string(),
  interval: z.enum(['month', 'year']).exactOptional(),
});

export const CartLineRecord = z.object({
  productId: z.string(),
  quantity: z.int().positive(),
  shown: ShownLine,
});
export type CartLineRecord = z.infer<typeof CartLineRecord>;

export const CartRecord = z.object({
  cartId: z.string(),
  version: z.int().nonnegative(),
  ownerId: z.string().exactOptional(),
  currency: z.string(),
  country: z.string(),
  lines: z.array(CartLineRecord),
  /** Discount codes that were entered, in that order. */
  codes: z.array(z.string()).default([]),
  recentKeys: z.array(z.object({ key: z.string(), fingerprint: z.string() })),
  /** The order placed from these lines that is still to be paid, and what it was placed from. */
  openOrderId: z.string().exactOptional(),
  openOrderFingerprint: z.string().exactOptional(),
});
export type CartRecord = z.infer<typeof CartRecord>;

/**
 * A refund of them all that puts them back on the shelf changes a right and a stock for each, the order, the refund and the books: with
 * more it would not fit into one transaction of a hundred actions.
 */
export const maxLines = 48;
/** Each may claim a few items in the transaction of an order. */
export const maxCodes = 5;
const keptKeys = 20;

export type NewLine = Omit<CartLineRecord, 'quantity'>;

/** Sets a product's quantity in place, so that lines don't jump; 0 takes it out. */
export function setLine(cart: CartRecord, line: NewLine, quantity: number): CartLineRecord[] {
  const changed = { ...line, quantity };
  const known = cart.lines.some((entry) => entry.productId === line.productId);
  if (quantity === 0) return cart.lines.filter((entry) => entry.productId !== line.productId);
  if (!known) return [...cart.lines, changed];
  return cart.lines.map((entry) => (entry.productId === line.productId ? changed : entry));
}

/** Whether one payment session can hold these lines. */
export const fits = (lines: readonly CartLineRecord[]): boolean =>
  lines.length <= maxLines && planSession(lines.map(({ shown }) => shown)).ok;

/**
 * Lines of the visit before the sign-in join the owner's; of two quantities the larger one is meant. What one session could not hold
 * beside what is there stays out.
 */
export function mergeLines(own: readonly CartLineRecord[], brought: readonly CartLineRecord[]): CartLineRecord[] {
  const merged = own.map((line) => {
    const other = brought.find((entry) => entry.productId === line.productId);
    return other && other.quantity > line.quantity ? { ...line, quantity: other.quantity } : line;
  });
  const fresh = brought.filter((entry) => !own.some((line) => line.productId === entry.productId));
  return fresh.reduce((lines, line) => (fits([...lines, line]) ? [...lines, line] : lines), merged);
}

/** Codes of the visit before the sign-in stay entered, behind the owner's. */
export const mergeCodes = (own: readonly string[], brought: readonly string[]): string[] =>
  [...new Set([...own, ...brought])].slice(0, maxCodes);

/** What is left after these quantities were bought. */
export function withoutBought(
  lines: readonly CartLineRecord[],
  bought: readonly { productId: string; quantity: number }[],
): CartLineRecord[] {
  return lines.flatMap((line) => {
    const taken = bought.find((entry) => entry.productId === line.productId)?.quantity ?? 0;
    const quantity = line.quantity - taken;
    return quantity > 0 ? [{ ...line, quantity }] : [];
  });
}

export const rememberKey = (
  cart: CartRecord,
  key: string | undefined,
  fingerprint: string,
): CartRecord['recentKeys'] =>
  key === undefined ? cart.recentKeys : [...cart.recentKeys, { key, fingerprint }].slice(-keptKeys);
