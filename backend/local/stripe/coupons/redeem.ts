import type Stripe from 'stripe';
import type { Account } from '../account.ts';
import { invalid, noSuch } from '../api/faults.ts';

/** The coupon a session asks for, where it can still be used in that currency. */
export function readCoupon({ objects }: Account, id: string | undefined, currency: string): Stripe.Coupon | undefined {
  if (id === undefined) return undefined;
  const coupon = objects.find('coupon', id);
  if (!coupon) throw noSuch('coupon', id, 'discounts[0][coupon]');
  if (!coupon.valid) throw invalid('This coupon has been used up.', 'discounts[0][coupon]', 'coupon_expired');
  if (coupon.currency !== currency)
    throw invalid(`The coupon is in ${coupon.currency}, the session in ${currency}.`, 'discounts[0][coupon]');
  return coupon;
}

/** Takes the coupon off the lines in proportion, what is left over off the first that has room; never more than they come to. */
export function takeOff(lines: readonly Stripe.LineItem[], coupon: Stripe.Coupon | undefined): Stripe.LineItem[] {
  const subtotal = lines.reduce((sum, line) => sum + line.amount_subtotal, 0);
  const off = Math.min(coupon?.amount_off ?? 0, subtotal);
  const shares = lines.map((line) => (subtotal === 0 ? 0 : Math.floor((off * line.amount_subtotal) / subtotal)));
  let left = off - shares.reduce((sum, share) => sum + share, 0);
  return lines.map((line, index) => {
    const share = shares[index] ?? 0;
    const more = Math.min(left, line.amount_subtotal - share);
    left -= more;
    return { ...line, amount_discount: share + more, amount_total: line.amount_subtotal - share - more };
  });
}

/** Counts a coupon whose session was paid. */
export function noteRedemption({ objects }: Account, session: Stripe.Checkout.Session): void {
  for (const { coupon: id } of session.discounts ?? []) {
    const coupon = objects.find('coupon', String(id));
    if (!coupon) continue;
    const times = coupon.times_redeemed + 1;
    const valid = coupon.max_redemptions === null || times < coupon.max_redemptions;
    objects.put<Stripe.Coupon>({ ...coupon, times_redeemed: times, valid });
  }
}
