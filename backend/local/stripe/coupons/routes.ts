import type Stripe from 'stripe';
import type { Account } from '../account.ts';
import { invalid, noSuch } from '../api/faults.ts';
import { readParams } from '../api/params.ts';
import { route } from '../api/route.ts';
import { couponParams, newCoupon } from './coupon.ts';

export const couponRoutes = [
  route('POST', '/v1/coupons', (account, { params, request }) => {
    const input = readParams(couponParams, params);
    if (input.id !== undefined && account.objects.findAny(input.id))
      throw invalid('Coupon already exists.', 'id', 'resource_already_exists');
    const coupon = account.objects.put(newCoupon(input, account.now()));
    account.events.record('coupon.created', coupon, request);
    return coupon;
  }),
  route('GET', '/v1/coupons/{id}', (account, { ids: [id = ''] }) => requireCoupon(account, id)),
];

function requireCoupon({ objects }: Account, id: string): Stripe.Coupon {
  const coupon = objects.find('coupon', id);
  if (!coupon) throw noSuch('coupon', id);
  return coupon;
}
