import type { z } from 'zod';
import { invalid } from './errors.ts';

/** Opaque to callers; its content is checked when it comes back, because anybody can write one. */
export const encodeCursor = (position: unknown): string => Buffer.from(JSON.stringify(position)).toString('base64url');

/** Throws a 422 for a cursor that is not of this shape. */
export function decodeCursor<Schema extends z.ZodType>(
  cursor: string | undefined,
  schema: Schema,
): z.output<Schema> | undefined {
  if (cursor === undefined) return undefined;
  const result = schema.safeParse(jsonOf(cursor));
  if (!result.success) throw invalid([{ path: 'query.cursor', message: 'is not a cursor of this list' }]);
  return result.data;
}

function jsonOf(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return undefined;
  }
}
