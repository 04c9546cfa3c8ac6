import { z } from 'zod';
import { toAsciiDigits } from '../../ascii-digits.ts';
import { minimumPasswordLength } from '../user-pool/password.ts';
import type { Words } from '../words/words.ts';
import type { FlowContext, FlowResult, Step } from './types.ts';

const maxPasswordLength = 256;

/** The forms of the hosted pages; what is wrong with a field is said in the visitor's language. */
export function formsIn({ problems }: Words) {
  const email = z.string().trim().toLowerCase().max(254).pipe(z.email(problems.email));
  const tooLong = problems.long(maxPasswordLength);
  const newPassword = z
    .string()
    .min(minimumPasswordLength, problems.short(minimumPasswordLength))
    .max(maxPasswordLength, tooLong);
  const code = z
    .string()
    .transform((value) => toAsciiDigits(value).replaceAll(/\D/g, ''))
    .pipe(z.string().length(6, problems.digits));
  return {
    signIn: z.object({ email, password: z.string().min(1, problems.password).max(maxPasswordLength, tooLong) }),
    signUp: z.object({ name: z.string().trim().min(1, problems.name).max(100), email, password: newPassword }),
    verify: z.object({ code }),
    forgot: z.object({ email }),
    reset: z.object({ code, password: newPassword }),
  };
}

export type Parsed<T> = { ok: true; data: T } | { ok: false; result: FlowResult };

/** Reads a form; what is wrong comes back as the same page with an error beside each field. Passwords are not echoed. */
export function readForm<T>(
  schema: z.ZodType<T>,
  form: URLSearchParams,
  page: { step: Step; context: FlowContext; email?: string },
): Parsed<T> {
  const parsed = schema.safeParse(Object.fromEntries(form));
  if (parsed.success) return { ok: true, data: parsed.data };
  const errors: Record<string, string> = {};
  const { missing } = page.context.words.problems;
  for (const issue of parsed.error.issues)
    errors[String(issue.path[0])] ??= issue.code === 'invalid_type' ? missing : issue.message;
  const state = { errors, values: echo(form), ...(page.email ? { email: page.email } : {}) };
  return { ok: false, result: { next: 'show', step: page.step, status: 422, state } };
}

export const echo = (form: URLSearchParams): Record<string, string> =>
  Object.fromEntries(['name', 'email'].map((key) => [key, (form.get(key) ?? '').slice(0, 254)]));
