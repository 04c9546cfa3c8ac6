import { z } from 'zod';
import { commonEnv } from '../platform/env.ts';

const json = <Schema extends z.ZodType>(schema: Schema) =>
  z
    .string()
    .transform((text, context): unknown => {
      try {
        return JSON.parse(text);
      } catch {
        context.addIssue({ code: 'custom', message: 'expected JSON' });
        return z.NEVER;
      }
    })
    .pipe(schema);

/** What composition reads from its environment. */
export const compositionEnv = {
  TABLE_NAME: commonEnv.TABLE_NAME,
  TENANT_SIGNING_KEYS: commonEnv.TENANT_SIGNING_KEYS,
  RELEASES_BUCKET: z.string().min(1),
  /** JWKS: what releases and sets are verified with. */
  RELEASE_PUBLIC_KEYS: json(z.object({ keys: z.array(z.record(z.string(), z.unknown())).min(1) })),
  PUBLIC_SCHEME: z.enum(['http', 'https']).default('https'),
  CDN_ORIGIN_TEMPLATE: z.string().includes('{tenant}'),
  /** Slice → its render function. */
  RENDER_FUNCTIONS: json(z.record(z.string(), z.string())).default({
    catalog: 'catalog-render',
    'ai-support': 'ai-support-render',
  }),
  /** Renders what tenants' own teams wrote. */
  TEAM_RENDER_FUNCTION: z.string().default('team-render'),
  FIRST_PAINT_BUDGET_MS: z.coerce.number().int().positive().default(150),
  AWS_REGION: z.string().default('eu-central-1'),
  ASSETS_BUCKET: z.string().optional(),
  UPLOADS_BUCKET: z.string().optional(),
  AWS_ENDPOINT_URL_S3: z.url().optional(),
  STRIPE_API_BASE: z.url().optional(),
};
