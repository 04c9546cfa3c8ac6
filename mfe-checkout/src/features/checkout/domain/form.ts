import type { CheckoutDetails } from './details.ts';
import * as z from 'zod/mini';
import { addressFields, type AddressFormat } from './address-format.ts';

const short = z.string().check(z.maxLength(200));

/** Everything the page asks, as it is typed. Also what is kept in the tab, so it is read back through this. */
export const FormValues = z.object({
  email: short,
  name: short,
  country: short,
  line1: short,
  line2: short,
  postalCode: short,
  city: short,
  region: short,
  acceptedTerms: z.boolean(),
});
export type FormValues = z.infer<typeof FormValues>;
export type FormField = keyof FormValues;

export const emptyForm: FormValues = {
  email: '',
  name: '',
  country: '',
  line1: '',
  line2: '',
  postalCode: '',
  city: '',
  region: '',
  acceptedTerms: false,
};

export type FormProblem = 'required' | 'email' | 'postal' | 'terms' | 'too-long' | 'refused';
export type FormProblems = Partial<Record<FormField, FormProblem>>;

export type ReadForm = { ok: true; details: CheckoutDetails } | { ok: false; problems: FormProblems };

/** Checks what was typed against what the country asks. Fields that are not asked are left out. */
export function readForm(values: FormValues, format: AddressFormat): ReadForm {
  const result = schemaOf(format).safeParse(trimmed(values));
  if (!result.success) return { ok: false, problems: toProblems(result.error.issues) };
  const { email, name, country, acceptedTerms } = result.data;
  const asked = addressFields.flatMap((field) => {
    const value = result.data[field];
    const isAsked = format.fields.some((rule) => rule.field === field);
    return isAsked && value !== '' ? [[field, field === 'postalCode' ? value.toUpperCase() : value]] : [];
  });
  return { ok: true, details: { email, acceptedTerms, address: { name, country, ...Object.fromEntries(asked) } } };
}

const say = (problem: FormProblem) => ({ error: problem });
const filled = z.string().check(z.minLength(1, say('required')), z.maxLength(120, say('too-long')));
const emailPattern = /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/;

function schemaOf(format: AddressFormat) {
  const isRequired = (field: (typeof addressFields)[number]) =>
    format.fields.some((rule) => rule.field === field && rule.required);
  const part = (field: (typeof addressFields)[number], max: number) => {
    const text = z.string().check(z.maxLength(max, say('too-long')));
    return isRequired(field) ? text.check(z.minLength(1, say('required'))) : text;
  };
  const isAsked = format.fields.some(({ field }) => field === 'postalCode');
  const pattern = isAsked ? format.postalPattern : undefined;
  return z.object({
    email: z.string().check(z.minLength(1, say('required')), z.regex(emailPattern, say('email'))),
    name: filled,
    country: filled,
    line1: part('line1', 120),
    line2: part('line2', 120),
    postalCode: part('postalCode', 20).check(
      z.refine((value) => value === '' || pattern === undefined || pattern.test(value), say('postal')),
    ),
    city: part('city', 80),
    region: part('region', 80),
    acceptedTerms: z.literal(true, say('terms')),
  });
}

/** The first thing that is wrong with each field. */
function toProblems(issues: readonly { path: PropertyKey[]; message: string }[]): FormProblems {
  const problems: FormProblems = {};
  for (const { path, message } of issues) {
    const field = formFields.find((name) => name === path[0]);
    const problem = formProblems.find((name) => name === message);
    if (field) problems[field] ??= problem ?? 'required';
  }
  return problems;
}

/** In the order of the page, so that the first wrong one can take the focus. */
export const formFields = Object.keys(emptyForm) as readonly FormField[];
const formProblems: readonly FormProblem[] = ['required', 'email', 'postal', 'terms', 'too-long', 'refused'];

const trimmed = (values: FormValues): FormValues =>
  FormValues.parse(
    Object.fromEntries(
      Object.entries(values).map(([field, value]) => [field, typeof value === 'string' ? value.trim() : value]),
    ),
  );
