import type Stripe from 'stripe';
import { z } from 'zod';
import { text } from '../api/params.ts';

export const addressParams = z.strictObject({
  city: text().optional(),
  country: text(2).optional(),
  line1: text().optional(),
  line2: text().optional(),
  postal_code: text(20).optional(),
  state: text().optional(),
});

export const toAddress = (input: z.infer<typeof addressParams>): Stripe.Address => ({
  city: input.city ?? null,
  country: input.country ?? null,
  line1: input.line1 ?? null,
  line2: input.line2 ?? null,
  postal_code: input.postal_code ?? null,
  state: input.state ?? null,
});
