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
  endsAt: z.string().exactOptional(),
  line: OrderLine,
});
export type EntitlementRecord = z.infer<typeof EntitlementRecord>;

/** Line ids are `<order body>-<n>`, so a right's id leads to its order and line without an index of its own. */
export const entitlementIdOf = (lineId: string): string => `ent_${lineId}`;

/** Where to look for an entitlement; undefined for an id that no line can have. */
export function readEntitlementId(entitlementId: string): { orderId: string; lineId: string } | undefined {
  const [, lineId, body] = /^ent_(([A-Za-z0-9-]{3,56})-\d{1,3})$/.exec(entitlementId) ?? [];
  return lineId && body ? { orderId: `ord_${body}`, lineId } : undefined;
}
