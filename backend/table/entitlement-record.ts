import { z } from 'zod';
import { OrderLine } from './order-record.ts';

export const EntitlementRecord = z.object({
  tenantId: z.string(),
  userId: z.string(),
  productId: z.string(),
  lineId: z.string(),
  entitlementId: z.string(),
  orderId: z.string(),
  state: z.enum(['granted', 'suspended', 'revoked']),
  grantedAt: z.string(),
  endsAt: z.string().optional(),
  line: OrderLine,
});
export type EntitlementRecord = z.infer<typeof EntitlementRecord>;

/**
 * The id names the item it stands for, so that one link leads to one right without an index: product and line follow from it.
 * Line ids are `<order body>-<n>`.
 */
export const entitlementIdOf = (productId: string, lineId: string): string =>
  `ent_${productId.replace(/^prd_/, '')}-${lineId}`;
