import { DiscountRule } from '@tessera/contracts/api/discounts.ts';
import { z } from 'zod';

export const DiscountRecord = z.object({
  discountId: z.string(),
  method: z.enum(['automatic', 'code']),
  rule: DiscountRule,
  code: z.string().exactOptional(),
  singleUseCodes: z.int().nonnegative(),
  createdAt: z.string(),
  revision: z.int().positive(),
});
export type DiscountRecord = z.infer<typeof DiscountRecord>;

/** Of a discount without an end. */
const never = '9999-12-31T23:59:59.999Z';
/** Instants in one form, so that they sort. */
export const untilOf = ({ validUntil }: DiscountRule): string =>
  validUntil === undefined ? never : new Date(validUntil).toISOString();

/** Uses under a cap are counted on one item, which the cap is a condition of; all others on several, so that none is in everybody's way. */
const shards = 16;
export const useShardOf = ({ cap }: { cap?: number | undefined }, orderId: string): string =>
  cap === undefined
    ? String([...orderId].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0) % shards)
    : 'cap';
