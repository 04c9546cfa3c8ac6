import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { MoneyWire } from '../money.ts';
import { WorkKind } from './common.ts';

/** More than nothing, and at most all of it; two decimals. */
const Percent = z
  .string()
  .regex(/^\d{1,3}(\.\d{1,2})?$/)
  .refine((text) => Number(text) > 0 && Number(text) <= 100);

/** At most one amount for each currency, each more than nothing. */
const Amounts = z
  .array(MoneyWire)
  .max(30)
  .refine((amounts) => amounts.every(({ amountMinor }) => /^0*[1-9]\d*$/.test(amountMinor)))
  .refine((amounts) => new Set(amounts.map(({ currency }) => currency)).size === amounts.length);

export const DiscountOffer = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('percent'), percent: Percent }),
    /** Once off all that it concerns; it counts only in the currencies it names. */
    z.object({ kind: z.literal('amount'), amounts: Amounts.min(1) }),
    /** Of each `buy` + `get` pieces, the `get` cheapest cost this much less. */
    z.object({
      kind: z.literal('buy-x-get-y'),
      buy: z.int().min(1).max(99),
      get: z.int().min(1).max(99),
      percent: Percent,
    }),
    z.object({ kind: z.literal('free-delivery') }),
  ])
  .meta({ id: 'DiscountOffer' });
export type DiscountOffer = z.infer<typeof DiscountOffer>;

const Ids = z.array(z.string().min(1).max(80)).min(1).max(100);

/** The lines a discount concerns. */
export const DiscountScope = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('order') }),
    z.object({ kind: z.literal('products'), ids: Ids }),
    z.object({ kind: z.literal('works'), ids: Ids }),
    z.object({ kind: z.literal('kinds'), kinds: z.array(WorkKind).min(1).max(10) }),
  ])
  .meta({ id: 'DiscountScope' });
export type DiscountScope = z.infer<typeof DiscountScope>;

export const DiscountRule = z
  .object({
    /** What buyers read: "Spring sale". */
    name: z.string().trim().min(1).max(60),
    offer: DiscountOffer,
    scope: DiscountScope,
    validFrom: z.iso.datetime(),
    /** Exclusive. */
    validUntil: z.iso.datetime().optional(),
    /** Of the lines it concerns, before any discount. A currency without a sum asks none. */
    minimum: z.object({ quantity: z.int().min(1).max(999).optional(), subtotals: Amounts }),
    /** Goes with others that say the same; else it stands alone. */
    combinable: z.boolean(),
    /** Of those that go together, the higher is taken off first. */
    priority: z.int().min(0).max(100),
    oncePerCustomer: z.boolean(),
    firstOrderOnly: z.boolean(),
    /** How often it can be used in all. */
    cap: z.int().min(1).max(1_000_000).optional(),
    /** Whether a subscription's renewals are less as well; percentages alone can be. */
    renewals: z.enum(['once', 'forever']),
  })
  .refine(({ renewals, offer }) => renewals === 'once' || offer.kind === 'percent', { path: ['renewals'] })
  .refine(({ validFrom, validUntil }) => validUntil === undefined || Date.parse(validUntil) > Date.parse(validFrom), {
    path: ['validUntil'],
  })
  .meta({ id: 'DiscountRule' });
export type DiscountRule = z.infer<typeof DiscountRule>;

/** As people type it: case and spaces don't count. */
export const DiscountCode = z
  .string()
  .max(80)
  .transform((text) => text.replaceAll(/\s/g, '').toUpperCase())
  .pipe(z.string().regex(/^[A-Z0-9-]{3,40}$/));

/** Why a code that was entered takes nothing off. */
export const CodeRefusal = z
  .enum([
    'unknown',
    'expired',
    'not-yet',
    'used-up',
    'used-by-you',
    'not-first-order',
    'minimum',
    'not-these',
    'other-currency',
    'not-combinable',
  ])
  .meta({ id: 'CodeRefusal' });
export type CodeRefusal = z.infer<typeof CodeRefusal>;

export const AdminDiscount = z
  .object({
    id: z.string(),
    method: z.enum(['automatic', 'code']),
    rule: DiscountRule,
    /** The one everybody may enter. */
    code: z.string().optional(),
    singleUseCodes: z.int().nonnegative(),
    state: z.enum(['scheduled', 'running', 'used-up', 'ended']),
    /** By orders that are paid or may still be. */
    used: z.int().nonnegative(),
    createdAt: z.iso.datetime(),
    /** Rises by one with each change. */
    revision: z.int().positive(),
  })
  .meta({ id: 'AdminDiscount' });

const id = z.object({ id: z.string().max(80) });
const secured = { security: 'role' as const, errors: [401, 403, 404] as const };

export const discountsApi = {
  discounts: endpoint({
    method: 'get',
    path: '/api/admin/discounts',
    summary: 'Discounts, the latest first',
    ok: { 200: z.object({ items: z.array(AdminDiscount) }) },
    ...secured,
  }),
  createDiscount: endpoint({
    method: 'post',
    path: '/api/admin/discounts',
    summary: 'Makes a discount that comes by itself, by a code, or by single-use codes that are made afterwards',
    body: z.object({ method: z.enum(['automatic', 'code']), code: DiscountCode.optional(), rule: DiscountRule }),
    ok: { 201: AdminDiscount },
    security: 'role',
    errors: [401, 403, 409],
  }),
  changeDiscount: endpoint({
    method: 'put',
    path: '/api/admin/discounts/{id}',
    summary: 'Changes a discount for orders to come; those that were placed keep what was agreed',
    params: id,
    body: z.object({ rule: DiscountRule, revision: z.int().positive() }),
    ok: { 200: AdminDiscount },
    security: 'role',
    errors: [401, 403, 404, 412],
  }),
  endDiscount: endpoint({
    method: 'post',
    path: '/api/admin/discounts/{id}/end',
    summary: 'Ends a discount now',
    params: id,
    ok: { 200: AdminDiscount },
    ...secured,
  }),
  makeDiscountCodes: endpoint({
    method: 'post',
    path: '/api/admin/discounts/{id}/codes',
    summary: 'Makes codes that work once each',
    params: id,
    body: z.object({ count: z.int().min(1).max(500) }),
    ok: { 201: z.object({ codes: z.array(z.string()) }) },
    security: 'role',
    errors: [401, 403, 404, 409],
  }),
  discountCodes: endpoint({
    method: 'get',
    path: '/api/admin/discounts/{id}/codes',
    summary: 'The single-use codes of a discount, and which were used',
    params: id,
    ok: { 200: z.object({ items: z.array(z.object({ code: z.string(), used: z.boolean() })) }) },
    ...secured,
  }),
};
