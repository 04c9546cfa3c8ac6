import type Stripe from 'stripe';
import { z } from 'zod';
import { currency, integer, metadata, text } from '../api/params.ts';
import { newId } from '../store/ids.ts';

/** A sum off one payment; this server knows no other coupons. */
export const couponParams = z.strictObject({
  id: text(200).optional(),
  amount_off: integer({ min: 1, max: 99_999_999 }),
  currency,
  duration: z.enum(['once']).default('once'),
  max_redemptions: integer({ min: 1 }).optional(),
  metadata: metadata.optional(),
  name: text(40).optional(),
});

export const newCoupon = (input: z.infer<typeof couponParams>, created: number): Stripe.Coupon => ({
  id: input.id ?? newId('', 8).slice(1),
  object: 'coupon',
  amount_off: input.amount_off,
  created,
  currency: input.currency,
  duration: input.duration,
  duration_in_months: null,
  livemode: false,
  max_redemptions: input.max_redemptions ?? null,
  metadata: input.metadata ?? {},
  name: input.name ?? null,
  percent_off: null,
  redeem_by: null,
  times_redeemed: 0,
  valid: true,
});
