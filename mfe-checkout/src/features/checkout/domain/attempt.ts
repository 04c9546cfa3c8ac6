import type { CheckoutDetails } from './details.ts';
import * as z from 'zod/mini';

/** One intention to pay: repeated with the same key as long as it is for the same thing. */
export const Attempt = z.object({ key: z.string().check(z.minLength(8), z.maxLength(100)), subject: z.string() });
export type Attempt = z.infer<typeof Attempt>;

/** Cart and details in one text: when either changes, it is another intention. */
export const subjectOf = (cart: { id: string; version: number }, details: CheckoutDetails): string =>
  JSON.stringify([cart.id, cart.version, details]);

export const nextAttempt = (former: Attempt | undefined, subject: string, newKey: () => string): Attempt =>
  former?.subject === subject ? former : { key: newKey(), subject };
