import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { CurrencyCode, MoneyWire } from '../money.ts';
import { Page, WorkKind } from './common.ts';
import { booksApi } from './books.ts';
import { discountsApi } from './discounts.ts';
import { OrderState } from './checkout.ts';
import { disputesApi } from './disputes.ts';
import { AdminOrder, refundsApi } from './refunds.ts';
import { overridesApi } from './overrides.ts';
import { releasesApi } from './releases.ts';
import { Role } from './session.ts';
import { trafficApi } from './traffic.ts';

const id = z.object({ id: z.string().max(80) });
const secured = { security: 'role' as const, errors: [401, 403, 404] as const };

export const OrderSummary = z
  .object({
    id: z.string(),
    number: z.string(),
    state: OrderState,
    placedAt: z.iso.datetime(),
    email: z.string(),
    total: MoneyWire,
    itemCount: z.int(),
  })
  .meta({ id: 'OrderSummary' });

export const Overview = z
  .object({
    orders: z.object({ today: z.int(), last30Days: z.int() }),
    /** Oldest first; one entry for each day and currency, and one of zero where a day sold nothing. */
    revenue: z.array(z.object({ date: z.string(), total: MoneyWire, orders: z.int() })),
    works: z.int(),
    /** Who bought in the last 30 days. */
    customers: z.int(),
    /** `kind` is `order-review`, `order-disputed`, `stock-low`, `stock-out` or `domain-failing`; `text` names what it is about. */
    needsAttention: z.array(z.object({ kind: z.string(), text: z.string(), href: z.string() })),
    latestOrders: z.array(OrderSummary),
  })
  .meta({ id: 'Overview' });

export const Flag = z
  .object({ name: z.string(), enabled: z.boolean(), description: z.string(), version: z.int() })
  .meta({ id: 'Flag' });

export const AdminWork = z
  .object({
    id: z.string(),
    slug: z.string(),
    kind: WorkKind,
    title: z.string(),
    makers: z.string(),
    products: z.int(),
    status: z.enum(['draft', 'published', 'archived']),
    storeId: z.string(),
    updatedAt: z.iso.datetime(),
  })
  .meta({ id: 'AdminWork' });

export const ImportJob = z
  .object({
    id: z.string(),
    state: z.enum(['queued', 'running', 'succeeded', 'failed']),
    profile: z.string(),
    rows: z.object({
      read: z.int(),
      created: z.int(),
      updated: z.int(),
      unchanged: z.int(),
      failed: z.int(),
      total: z.int().optional(),
    }),
    /** At most 200, by row; row 0 is the file itself. */
    errors: z.array(z.object({ row: z.int(), field: z.string().optional(), message: z.string() })),
    startedAt: z.iso.datetime(),
    finishedAt: z.iso.datetime().optional(),
  })
  .meta({ id: 'ImportJob' });

export const Domain = z
  .object({
    host: z.string(),
    state: z.enum(['requested', 'dns_pending', 'token_ok', 'cert_pending', 'active', 'failing', 'removed']),
    /** DNS records the owner must set, and whether each was seen. */
    records: z.array(
      z.object({ type: z.enum(['TXT', 'CNAME']), name: z.string(), value: z.string(), seen: z.boolean() }),
    ),
    /** Why it does not get on: `txt_missing`, `cname_missing`, `dns_unreachable`, `certificate_failed`. */
    problem: z.string().optional(),
    updatedAt: z.iso.datetime(),
  })
  .meta({ id: 'Domain' });

export const AdminUser = z
  .object({
    id: z.string(),
    email: z.string(),
    name: z.string(),
    roles: z.array(Role),
    enabled: z.boolean(),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'AdminUser' });

const items = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), nextCursor: z.string().optional() });

export const adminApi = {
  overview: endpoint({
    method: 'get',
    path: '/api/admin/overview',
    summary: 'The shop at a glance',
    ok: { 200: Overview },
    ...secured,
  }),
  orders: endpoint({
    method: 'get',
    path: '/api/admin/orders',
    summary: 'Orders, latest first',
    query: Page.extend({ state: OrderState.optional(), q: z.string().max(200).optional() }),
    ok: { 200: items(OrderSummary) },
    ...secured,
  }),
  order: endpoint({
    method: 'get',
    path: '/api/admin/orders/{id}',
    summary: 'One order: its timeline, its payment, its refunds',
    params: id,
    ok: { 200: AdminOrder },
    ...secured,
  }),
  works: endpoint({
    method: 'get',
    path: '/api/admin/catalog/works',
    summary: 'The catalog as the team sees it',
    query: Page.extend({ q: z.string().max(200).optional(), kind: WorkKind.optional() }),
    ok: { 200: items(AdminWork) },
    ...secured,
  }),
  import: endpoint({
    method: 'post',
    path: '/api/admin/catalog/import',
    summary: 'Takes a CSV or NDJSON of works and imports it in the background',
    query: z.object({
      profile: z.enum(['tessera', 'goodbooks']).default('tessera'),
      /** Header → field, for files with other headers: `Title=title,Writer=makers`. */
      mapping: z.string().max(2000).optional(),
      currency: CurrencyCode.optional(),
      /** Default price in minor units where a row has none. */
      priceMinor: z
        .string()
        .regex(/^\d{1,9}$/)
        .optional(),
      /** Key of an uploaded object, instead of a body. */
      object: z.string().max(500).optional(),
    }),
    body: z.string(),
    bodyTypes: ['text/csv', 'application/x-ndjson'],
    ok: { 202: ImportJob },
    security: 'role',
    errors: [401, 403, 413],
  }),
  imports: endpoint({
    method: 'get',
    path: '/api/admin/catalog/import',
    summary: 'The latest imports, without their per-row errors',
    ok: { 200: items(ImportJob) },
    ...secured,
  }),
  importUpload: endpoint({
    method: 'post',
    path: '/api/admin/catalog/import/uploads',
    summary: 'A presigned address to upload a larger file to',
    body: z.object({
      contentType: z.enum(['text/csv', 'application/x-ndjson']),
      bytes: z.int().positive().max(200_000_000),
    }),
    ok: { 200: z.object({ url: z.string(), object: z.string(), expiresAt: z.iso.datetime() }) },
    ...secured,
  }),
  importJob: endpoint({
    method: 'get',
    path: '/api/admin/catalog/import/{id}',
    summary: 'Progress and per-row errors of an import',
    params: id,
    ok: { 200: ImportJob },
    ...secured,
  }),
  domains: endpoint({
    method: 'get',
    path: '/api/admin/domains',
    summary: 'The shop’s own domains',
    ok: { 200: items(Domain) },
    ...secured,
  }),
  addDomain: endpoint({
    method: 'post',
    path: '/api/admin/domains',
    summary: 'Claims a domain and starts its verification',
    body: z.object({ host: z.string().max(253) }),
    ok: { 202: Domain },
    security: 'role',
    errors: [401, 403, 409],
  }),
  removeDomain: endpoint({
    method: 'delete',
    path: '/api/admin/domains/{host}',
    summary: 'Gives a domain up',
    params: z.object({ host: z.string().max(253) }),
    ok: { 200: Domain },
    ...secured,
  }),
  users: endpoint({
    method: 'get',
    path: '/api/admin/users',
    summary: 'The team, or whom of the shop’s people a search finds',
    query: z.object({ q: z.string().trim().max(200).optional() }),
    ok: { 200: items(AdminUser) },
    ...secured,
  }),
  setRoles: endpoint({
    method: 'post',
    path: '/api/admin/users/{id}/roles',
    summary: 'Sets a person’s roles in this shop',
    params: id,
    body: z.object({ roles: z.array(Role.exclude(['platform'])).max(5) }),
    ok: { 200: AdminUser },
    ...secured,
  }),
  flags: endpoint({
    method: 'get',
    path: '/api/admin/flags',
    summary: 'Feature flags',
    ok: { 200: items(Flag) },
    ...secured,
  }),
  setFlag: endpoint({
    method: 'put',
    path: '/api/admin/flags/{name}',
    summary: 'Turns a feature on or off',
    params: z.object({ name: z.string().max(60) }),
    body: z.object({ enabled: z.boolean(), version: z.int() }),
    ok: { 200: Flag },
    security: 'role',
    errors: [401, 403, 404, 412],
  }),
  ...booksApi,
  ...discountsApi,
  ...disputesApi,
  ...refundsApi,
  ...releasesApi,
  ...overridesApi,
  ...trafficApi,
  createStore: endpoint({
    method: 'post',
    path: '/api/store/create',
    summary: 'Opens a creator’s storefront inside the tenant',
    body: z.object({ name: z.string().trim().min(1).max(120), slug: z.string().max(120) }),
    ok: { 201: z.object({ id: z.string(), name: z.string(), slug: z.string() }) },
    security: 'role',
    errors: [401, 403, 409],
  }),
  createProduct: endpoint({
    method: 'post',
    path: '/api/store/{id}/products',
    summary: 'Adds a product, and its work where it is new',
    params: id,
    headers: z.object({ 'idempotency-key': z.string().min(8).max(100).optional() }),
    body: z.object({
      workId: z.string().max(80).optional(),
      work: z
        .object({
          kind: WorkKind,
          title: z.string().trim().min(1).max(300),
          makers: z.array(z.string().max(120)).min(1).max(20),
          description: z.string().max(10_000).default(''),
          year: z.int().optional(),
          genres: z.array(z.string().max(60)).max(10).default([]),
        })
        .optional(),
      title: z.string().trim().min(1).max(200),
      format: z.string().max(40),
      delivery: z.enum(['digital', 'physical']),
      price: MoneyWire,
      stock: z.int().nonnegative().optional(),
    }),
    ok: { 201: z.object({ productId: z.string(), workId: z.string() }) },
    security: 'role',
    errors: [401, 403, 404, 409],
  }),
};
