import { isoExponent } from '@tessera/commerce/money/iso-exponent.ts';
import { WorkKind } from '@tessera/contracts/api/common.ts';
import { CurrencyCode } from '@tessera/contracts/money.ts';
import { z } from 'zod';
import type { Fields } from './profile.ts';

const list = (max: number, each: number) =>
  z
    .string()
    .transform((text) => [...new Set(text.split(text.includes(';') ? ';' : ',').map((part) => part.trim()))])
    .transform((parts) => parts.filter((part) => part !== ''))
    .pipe(z.array(z.string().max(each)).min(1).max(max));

const whole = (min: number, max: number) =>
  z
    .string()
    .regex(/^-?\d+$/, 'is no whole number')
    .transform(Number)
    .pipe(z.int().min(min).max(max));

const Row = z.object({
  id: z.string().max(200).optional(),
  title: z.string({ error: 'is missing' }).max(300),
  subtitle: z.string().max(300).optional(),
  kind: WorkKind.default('book'),
  makers: z.string({ error: 'are missing' }).pipe(list(50, 120)),
  role: z.string().max(60).optional(),
  year: whole(-4000, 2100).optional(),
  description: z.string().max(10_000).default(''),
  genres: list(10, 60).optional(),
  language: z.string().max(20).transform(toLanguage).optional(),
  publisher: z.string().max(200).optional(),
  licence: z.string().max(500).optional(),
  productTitle: z.string().max(200).optional(),
  format: z.string().max(40).optional(),
  delivery: z.enum(['digital', 'physical']).default('digital'),
  price: z.string().optional(),
  currency: CurrencyCode.optional(),
  stock: whole(0, 1_000_000).optional(),
});

export interface ImportRow extends Omit<z.output<typeof Row>, 'price' | 'currency'> {
  amountMinor: string;
  currency: string;
}

export type RowResult = { ok: true; row: ImportRow } | { ok: false; column?: string; message: string };

/** Checks a row's fields; its price is its own, else the default of the import. */
export function parseRow(fields: Fields, defaults: { currency: string; priceMinor?: string | undefined }): RowResult {
  const parsed = Row.safeParse(fields);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const column = issue?.path[0];
    return {
      ok: false,
      message: issue?.message ?? 'is wrong',
      ...(column === undefined ? {} : { column: String(column) }),
    };
  }
  const { price, currency = defaults.currency, ...row } = parsed.data;
  const amountMinor = price === undefined ? defaults.priceMinor : toMinor(price, currency);
  if (amountMinor === undefined)
    return { ok: false, column: 'price', message: price === undefined ? 'is missing' : `is no price in ${currency}` };
  return { ok: true, row: { ...row, amountMinor, currency } };
}

/** `12.99`, `12,99` and `12` in a currency of two decimals; more than nothing. */
function toMinor(price: string, currency: string): string | undefined {
  const [, units = '', decimals = ''] = /^(\d{1,9})(?:[.,](\d+))?$/.exec(price) ?? [];
  const exponent = isoExponent(currency);
  if (units === '' || decimals.length > exponent) return undefined;
  const minor = BigInt(units + decimals.padEnd(exponent, '0'));
  return minor > 0n ? String(minor) : undefined;
}

/** `eng`, `en-US` and `EN` are `en`; what is no language is left out. */
function toLanguage(code: string): string | undefined {
  try {
    return new Intl.Locale(code).language;
  } catch {
    return undefined;
  }
}
