import { z } from 'zod';
import { toAsciiDigits } from '../../ascii-digits.ts';
import { brandOf } from './test-cards.ts';

export const cardFields = ['email', 'number', 'expiry', 'cvc', 'name', 'country'] as const;
export type CardField = (typeof cardFields)[number];

/** Why a field is refused; the page has the words. */
export type FieldProblem =
  | 'required'
  | 'email'
  | 'number-incomplete'
  | 'number-wrong'
  | 'expiry-format'
  | 'expiry-past'
  | 'cvc-length'
  | 'country';

export interface CardDetails {
  email: string;
  number: string;
  expMonth: number;
  expYear: number;
  cvc: string;
  name: string;
  country: string;
}

export type CardFormResult =
  { ok: true; card: CardDetails } | { ok: false; problems: Partial<Record<CardField, FieldProblem>> };

const fields = z.object(Object.fromEntries(cardFields.map((field) => [field, z.string().max(200).catch('')])));

/** Reads the payment form. `now` decides what has expired. */
export function readCardForm(form: Readonly<Record<string, unknown>>, now: Date): CardFormResult {
  const given = fields.parse(form);
  const value = (field: CardField): string => toAsciiDigits(given[field] ?? '').trim();
  const number = value('number').replace(/[\s-]/g, '');
  const expiry = readExpiry(value('expiry'));
  const problems: Partial<Record<CardField, FieldProblem>> = {};
  const refuse = (field: CardField, problem: FieldProblem | undefined): void => {
    const found = value(field) === '' ? 'required' : problem;
    if (found) problems[field] = found;
  };
  refuse('email', /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value('email')) ? undefined : 'email');
  refuse('number', checkNumber(number));
  refuse('expiry', checkExpiry(expiry, now));
  refuse(
    'cvc',
    new RegExp(brandOf(number) === 'amex' ? '^\\d{4}$' : '^\\d{3}$').test(value('cvc')) ? undefined : 'cvc-length',
  );
  refuse('name', undefined);
  refuse('country', /^[A-Z]{2}$/.test(value('country')) ? undefined : 'country');
  if (Object.keys(problems).length > 0 || !expiry) return { ok: false, problems };
  const { month: expMonth, year: expYear } = expiry;
  return {
    ok: true,
    card: {
      email: value('email'),
      number,
      expMonth,
      expYear,
      cvc: value('cvc'),
      name: value('name'),
      country: value('country'),
    },
  };
}

function checkNumber(number: string): FieldProblem | undefined {
  if (!/^\d{12,19}$/.test(number)) return 'number-incomplete';
  return passesLuhn(number) ? undefined : 'number-wrong';
}

/** The check digit of ISO/IEC 7812: each second digit from the right doubled, digits summed, divisible by ten. */
export function passesLuhn(number: string): boolean {
  const sum = [...number].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

function readExpiry(text: string): { month: number; year: number } | undefined {
  const match = /^(\d{1,2})\s*[/-]?\s*(\d{2}|\d{4})$/.exec(text);
  const [month, year] = [Number(match?.[1]), Number(match?.[2])];
  if (!match || month < 1 || month > 12) return undefined;
  return { month, year: year < 100 ? 2000 + year : year };
}

/** A card is good until the last day of its month. */
function checkExpiry(expiry: { month: number; year: number } | undefined, now: Date): FieldProblem | undefined {
  if (!expiry) return 'expiry-format';
  const [year, month] = [now.getUTCFullYear(), now.getUTCMonth() + 1];
  if (expiry.year < year || (expiry.year === year && expiry.month < month)) return 'expiry-past';
  return expiry.year > year + 50 ? 'expiry-format' : undefined;
}
