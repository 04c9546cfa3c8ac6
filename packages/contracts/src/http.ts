import { z } from 'zod';

/** Names that cross a wire. They are spelled here and nowhere else. */
export const headers = {
  tenant: 'x-tenant',
  requestId: 'x-request-id',
  csrf: 'x-tessera-csrf',
  release: 'x-tessera-release',
  idempotencyKey: 'idempotency-key',
  viewerCountry: 'cloudfront-viewer-country',
} as const;

export const cookies = {
  session: '__Host-session',
  cart: '__Host-cart',
  bucket: '__Host-bucket',
  locale: '__Host-locale',
  /** Binds a sign-in that was started in this browser to the hand-off that ends it. */
  signIn: '__Host-signin',
} as const;

/** RFC 9457. Holds no request id: two 404s must be the same bytes; the id travels in a header. */
export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    /** Stable machine-readable reason, e.g. `cart_version_stale`. */
    code: z.string(),
    detail: z.string().optional(),
    errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
    data: z.record(z.string(), z.unknown()).optional(),
  })
  .meta({ id: 'Problem' });
export type Problem = z.infer<typeof Problem>;
