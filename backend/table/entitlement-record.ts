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
  via: z.enum(['tokens', 'pass']).exactOptional(),
  pass: z.object({ productId: z.string(), lineId: z.string() }).exactOptional(),
  line: OrderLine,
});
export type EntitlementRecord = z.infer<typeof EntitlementRecord>;

/**
 * Line ids are `<order body>-<n>`, so a right's id leads to its order and line without an index of its own. A right that another line
 * brought has that line's id and an ending: `u<n>` for the n-th spending of tokens, `p<product>` for what a pass opens.
 */
export const entitlementIdOf = (lineId: string): string => `ent_${lineId}`;

/** Where to look for an entitlement; undefined for an id that no line can have. */
export function readEntitlementId(entitlementId: string): { orderId: string; lineId: string } | undefined {
  const [, lineId, body] = /^ent_(([A-Za-z0-9-]{3,56})-\d{1,3}(?:[up][a-z0-9]{1,12})?)$/.exec(entitlementId) ?? [];
  return lineId && body ? { orderId: `ord_${body}`, lineId } : undefined;
}
