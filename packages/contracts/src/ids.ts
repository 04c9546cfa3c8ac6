import { z } from 'zod';

/**
 * Ids are prefixed and branded, so that one kind cannot stand in for another. The body is URL-safe and
 * case-sensitive; generated bodies are ULIDs, seeded ones are readable.
 */
const id = <const Brand extends string>(prefix: string, brand: Brand) =>
  z
    .string()
    .regex(new RegExp(`^${prefix}_[A-Za-z0-9-]{3,64}$`), `expected an id like ${prefix}_…`)
    .brand(brand);

/** Lower-case DNS label: it names hosts, buckets and keys. */
export const TenantId = z
  .string()
  .regex(/^[a-z][a-z0-9-]{1,30}[a-z0-9]$/, 'expected a lower-case tenant id')
  .brand('TenantId');
export type TenantId = z.infer<typeof TenantId>;

export const StoreId = id('sto', 'StoreId');
export type StoreId = z.infer<typeof StoreId>;
export const MakerId = id('mkr', 'MakerId');
export type MakerId = z.infer<typeof MakerId>;
export const WorkId = id('wrk', 'WorkId');
export type WorkId = z.infer<typeof WorkId>;
export const ProductId = id('prd', 'ProductId');
export type ProductId = z.infer<typeof ProductId>;
export const AssetId = id('ast', 'AssetId');
export type AssetId = z.infer<typeof AssetId>;
export const UserId = id('usr', 'UserId');
export type UserId = z.infer<typeof UserId>;
export const CartId = id('crt', 'CartId');
export type CartId = z.infer<typeof CartId>;
export const OrderId = id('ord', 'OrderId');
export type OrderId = z.infer<typeof OrderId>;
export const EntitlementId = id('ent', 'EntitlementId');
export type EntitlementId = z.infer<typeof EntitlementId>;
export const InvoiceId = id('inv', 'InvoiceId');
export type InvoiceId = z.infer<typeof InvoiceId>;
export const JobId = id('job', 'JobId');
export type JobId = z.infer<typeof JobId>;
export const ReleaseId = id('rel', 'ReleaseId');
export type ReleaseId = z.infer<typeof ReleaseId>;
export const ReleaseSetId = id('set', 'ReleaseSetId');
export type ReleaseSetId = z.infer<typeof ReleaseSetId>;

/** A path segment that people read: lower-case words joined by hyphens. */
export const Slug = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
  .max(120);
