import { z } from 'zod';
import { commonEnv } from '../platform/env.ts';
import { identityEnv } from '../platform/identity-env.ts';

/** What a function that speaks with the payment provider reads. `STRIPE_API_BASE` only for a server other than Stripe's. */
export const stripeEnv = {
  STRIPE_SECRET_KEY: z.string().min(1),
  STRIPE_API_BASE: z.url().optional(),
};

export const env = {
  ...commonEnv,
  ...identityEnv,
  ...stripeEnv,
  STRIPE_WEBHOOK_SECRET: z.string().min(1),
  PUBLIC_SCHEME: z.enum(['http', 'https']),
  PUBLIC_PORT_SUFFIX: z.string().regex(/^(:\d+)?$/),
};
