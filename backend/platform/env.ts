import { z } from 'zod';

/**
 * Reads a function's environment once, at cold start, and names every variable that is missing or wrong. The shape
 * stands in the function's `env.ts`, where infra and the local runtime read the names from.
 */
export function readEnv<const Shape extends z.ZodRawShape>(
  shape: Shape,
  source: Readonly<Record<string, string | undefined>> = process.env,
): z.output<z.ZodObject<Shape>> {
  const result = z.object(shape).safeParse(source);
  if (result.success) return result.data;
  const problems = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`Environment: ${problems.join('; ')}`);
}

/** What every slice reads. */
export const commonEnv = {
  TABLE_NAME: z.string().min(1),
  TENANT_SIGNING_KEYS: z.string().min(2),
  RATE_LIMITS: z.string().optional(),
};
