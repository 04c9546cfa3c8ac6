import { z } from 'zod';

const Lot = z.object({
  lotId: z.string(),
  orderId: z.string(),
  granted: z.int().positive(),
  left: z.int().nonnegative(),
  suspended: z.int().nonnegative().exactOptional(),
  grantedAt: z.string(),
  expiresAt: z.string(),
});

const Reservation = z.object({
  subject: z.string(),
  tokens: z.int().positive(),
  parts: z.array(z.object({ lotId: z.string(), tokens: z.int().positive() })),
  expiresAt: z.string(),
});

/** A wallet as it is kept; `revision` 0 where nothing is stored yet. */
export const WalletRecord = z.object({
  wallet: z.object({
    lots: z.array(Lot),
    reservations: z.array(Reservation),
    spends: z.int().nonnegative(),
  }),
  revision: z.int().nonnegative(),
});
export type WalletRecord = z.infer<typeof WalletRecord>;
