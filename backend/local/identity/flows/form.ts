import { z } from 'zod';
import { minimumPasswordLength } from '../user-pool/password.ts';
import type { FlowResult, Step } from './types.ts';

const email = z.string().trim().toLowerCase().max(254).pipe(z.email('Enter an e-mail address like name@example.com.'));
const password = z.string().min(1, 'Enter your password.').max(256, 'That is longer than 256 characters.');
const newPassword = z
  .string()
  .min(minimumPasswordLength, `Use at least ${minimumPasswordLength} characters.`)
  .max(256, 'That is longer than 256 characters.');
const code = z
  .string()
  .transform((value) => value.replaceAll(/\D/g, ''))
  .pipe(z.string().length(6, 'Enter the six digits from the mail.'));

export const forms = {
  signIn: z.object({ email, password }),
  signUp: z.object({ name: z.string().trim().min(1, 'Enter your name.').max(100), email, password: newPassword }),
  verify: z.object({ code }),
  forgot: z.object({ email }),
  reset: z.object({ code, password: newPassword }),
};

export type Parsed<T> = { ok: true; data: T } | { ok: false; result: FlowResult };

/** Reads a form; what is wrong comes back as the same page with an error beside each field. Passwords are not echoed. */
export function readForm<T>(schema: z.ZodType<T>, form: URLSearchParams, step: Step, email?: string): Parsed<T> {
  const parsed = schema.safeParse(Object.fromEntries(form));
  if (parsed.success) return { ok: true, data: parsed.data };
  const errors: Record<string, string> = {};
  for (const issue of parsed.error.issues) errors[String(issue.path[0])] ??= messageOf(issue);
  const state = { errors, values: echo(form), ...(email ? { email } : {}) };
  return { ok: false, result: { next: 'show', step, status: 422, state } };
}

export const echo = (form: URLSearchParams): Record<string, string> =>
  Object.fromEntries(['name', 'email'].map((key) => [key, (form.get(key) ?? '').slice(0, 254)]));

const messageOf = (issue: { code?: string | undefined; message: string }) =>
  issue.code === 'invalid_type' ? 'Fill this in.' : issue.message;
