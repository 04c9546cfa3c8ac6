import { z } from 'zod';

export { cookies, headers } from './wire-names.ts';

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
