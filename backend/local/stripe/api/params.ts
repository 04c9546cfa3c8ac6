import { z } from 'zod';
import { ApiFault } from './faults.ts';
import type { FormParams } from './form.ts';

/** Checks a request's parameters against a schema; what is wrong is said the way Stripe says it. */
export function readParams<T>(schema: z.ZodType<T>, params: FormParams): T {
  const result = schema.safeParse(params, { reportInput: true });
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw issue ? toFault(issue) : new ApiFault({ message: 'Invalid request' });
}

function toFault(issue: z.core.$ZodIssue): ApiFault {
  const param = toParamName(issue.path);
  const fault = (message: string, code?: string, name = param) =>
    new ApiFault({ message, code, param: name, beforeExecution: true });
  switch (issue.code) {
    case 'unrecognized_keys': {
      const name = toParamName([...issue.path, issue.keys[0] ?? '']);
      return fault(`Received unknown parameter: ${name}`, 'parameter_unknown', name);
    }
    case 'invalid_type':
      if (issue.input === undefined) return fault(`Missing required param: ${param}.`, 'parameter_missing');
      return fault(`Invalid ${issue.expected}: ${JSON.stringify(issue.input)}`);
    case 'invalid_value':
      if (issue.input === undefined) return fault(`Missing required param: ${param}.`, 'parameter_missing');
      return fault(`Invalid ${param}: must be one of ${issue.values.map(String).join(', ')}`);
    case 'custom':
      return fault(issue.message, typeof issue.params?.['code'] === 'string' ? issue.params['code'] : undefined);
    default:
      return fault(`Invalid ${param}: ${issue.message}`);
  }
}

/** `['line_items', 0, 'price']` is `line_items[0][price]`. */
function toParamName(path: readonly PropertyKey[]): string {
  const [first = '', ...rest] = path.map(String);
  return first + rest.map((part) => `[${part}]`).join('');
}

/** A whole number; forms carry it as digits. */
export const integer = (limits: { min?: number; max?: number } = {}) =>
  z.string().transform((text, ctx) => {
    const value = Number(text);
    if (!/^-?\d{1,15}$/.test(text)) return fail(ctx, `Invalid integer: ${text}`, 'parameter_invalid_integer');
    if (limits.min !== undefined && value < limits.min)
      return fail(ctx, `This value must be greater than or equal to ${limits.min}.`, 'parameter_invalid_integer');
    if (limits.max !== undefined && value > limits.max)
      return fail(ctx, `This value must be less than or equal to ${limits.max}.`, 'parameter_invalid_integer');
    return value;
  });

export const bool = z.enum(['true', 'false']).transform((text) => text === 'true');

export const text = (max = 5000) =>
  z.string().transform((value, ctx) => {
    if (value === '')
      return fail(ctx, 'You passed an empty string where a value is needed.', 'parameter_invalid_empty');
    if (value.length <= max) return value;
    return fail(ctx, `Invalid string: must be at most ${max} characters.`, 'parameter_invalid_string');
  });

export const url = z.string().transform((value, ctx) => {
  if (value.length <= 5000 && /^https?:\/\//.test(value) && URL.canParse(value)) return value;
  return fail(ctx, 'Not a valid URL', 'url_invalid');
});

export const currency = z.string().transform((value, ctx) => {
  const code = value.toLowerCase();
  return /^[a-z]{3}$/.test(code) ? code : fail(ctx, `Invalid currency: ${value}`);
});

export const email = z.string().transform((value, ctx) => {
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value)
    ? value
    : fail(ctx, `Invalid email address: ${value}`, 'email_invalid');
});

export const metadata = z
  .union([z.record(z.string(), z.string()), z.literal('').transform(() => ({}))])
  .transform((value: Record<string, string>, ctx) => {
    if (Object.keys(value).length > 50) return fail(ctx, 'Metadata can have up to 50 keys.');
    for (const [key, entry] of Object.entries(value)) {
      if (key.length > 40) return fail(ctx, `Metadata keys can have up to 40 characters: ${key}`);
      if (entry.length > 500) return fail(ctx, `Metadata values can have up to 500 characters: ${key}`);
    }
    return value;
  });

/** Keys with an empty value are unset, the rest is merged. */
export const mergeMetadata = (before: Record<string, string>, change: Record<string, string> | undefined) =>
  Object.fromEntries(Object.entries({ ...before, ...change }).filter(([, value]) => value !== ''));

export const pageParams = {
  limit: integer({ min: 1, max: 100 }).default(10),
  starting_after: text(200).optional(),
  ending_before: text(200).optional(),
};

const second = integer({ min: 0 }).optional();

/** When an object was made: a second, or a range of them. */
export const createdParam = z
  .union([
    integer({ min: 0 }).transform((at) => ({ gte: at, lte: at })),
    z.strictObject({ gt: second, gte: second, lt: second, lte: second }),
  ])
  .optional();

function fail(ctx: z.RefinementCtx, message: string, code?: string): never {
  ctx.addIssue({ code: 'custom', message, params: { code } });
  return z.NEVER;
}
