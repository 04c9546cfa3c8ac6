import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { MoneyWire } from '../money.ts';
import { Page, Picture, WorkKind } from './common.ts';
import { OrderState, SubscriptionView } from './checkout.ts';

export const EntitledAsset = z
  .object({
    id: z.string(),
    name: z.string(),
    format: z.string(),
    contentType: z.string(),
    bytes: z.int(),
    actions: z.array(z.enum(['download', 'play', 'read'])),
  })
  .meta({ id: 'EntitledAsset' });

export const EntitlementView = z
  .object({
    id: z.string(),
    state: z.enum(['granted', 'suspended', 'revoked']),
    workId: z.string(),
    slug: z.string(),
    kind: WorkKind,
    title: z.string(),
    productTitle: z.string(),
    makers: z.string(),
    cover: Picture,
    orderId: z.string(),
    grantedAt: z.iso.datetime(),
    /** A right for a time ends here. */
    validUntil: z.iso.datetime().optional(),
    /** How it was come by, where not by buying it. */
    via: z.enum(['tokens', 'pass']).optional(),
    licence: z.string(),
    assets: z.array(EntitledAsset),
  })
  .meta({ id: 'Entitlement' });
export type EntitlementView = z.infer<typeof EntitlementView>;

export const InvoiceView = z
  .object({
    id: z.string(),
    number: z.string(),
    orderId: z.string(),
    orderNumber: z.string(),
    issuedAt: z.iso.datetime(),
    /** What was paid; of a credit note, what goes back. */
    total: MoneyWire,
    /** Of a credit note: the number of the invoice it takes back from. */
    credits: z.string().optional(),
    /** Of an invoice over what a credit note had taken back: the number of that note, whose refund did not arrive. */
    cancels: z.string().optional(),
    orderState: OrderState,
    url: z.string(),
  })
  .meta({ id: 'Invoice' });
export type InvoiceView = z.infer<typeof InvoiceView>;

/** The link, the token in it, and the HMAC over user, asset, entitlement and expiry that guards it. */
export const DownloadLink = z
  .object({ url: z.string(), token: z.string(), permissionHash: z.string(), expiresAt: z.iso.datetime() })
  .meta({ id: 'DownloadLink' });

export const TokenLot = z
  .object({
    orderId: z.string(),
    granted: z.int().positive(),
    /** Neither spent nor set aside. */
    left: z.int().nonnegative(),
    expiresAt: z.iso.datetime(),
  })
  .meta({ id: 'TokenLot' });

export const TokenBalance = z
  .object({
    balance: z.int().nonnegative(),
    /** Those that hold something still, the one that runs out first before the others. */
    lots: z.array(TokenLot),
  })
  .meta({ id: 'TokenBalance' });
export type TokenBalance = z.infer<typeof TokenBalance>;

export const libraryApi = {
  subscriptions: endpoint({
    method: 'get',
    path: '/api/me/subscriptions',
    summary: 'What renews for them, and what did',
    ok: { 200: z.object({ items: z.array(SubscriptionView) }) },
    errors: [401],
    security: 'session',
  }),
  tokens: endpoint({
    method: 'get',
    path: '/api/me/tokens',
    summary: 'Their tokens, by the time these run out',
    ok: { 200: TokenBalance },
    errors: [401],
    security: 'session',
  }),
  unlock: endpoint({
    method: 'post',
    path: '/api/me/unlocks',
    summary: 'Opens a work for tokens, or by a pass that includes it; a second time changes nothing',
    body: z.object({ workId: z.string().max(80), by: z.enum(['tokens', 'pass']) }),
    ok: { 200: z.object({ entitlementId: z.string(), workId: z.string(), balance: z.int().nonnegative() }) },
    errors: [401, 403, 404, 409],
    security: 'session',
  }),
  entitlements: endpoint({
    method: 'get',
    path: '/api/me/entitlements',
    summary: 'What the signed-in person owns',
    query: Page,
    ok: { 200: z.object({ items: z.array(EntitlementView), nextCursor: z.string().optional() }) },
    errors: [401],
    security: 'session',
  }),
  invoices: endpoint({
    method: 'get',
    path: '/api/me/invoices',
    summary: 'Their invoices and credit notes',
    query: Page,
    ok: { 200: z.object({ items: z.array(InvoiceView), nextCursor: z.string().optional() }) },
    errors: [401],
    security: 'session',
  }),
  invoice: endpoint({
    method: 'get',
    path: '/api/me/invoices/{id}/pdf',
    summary: 'An invoice as PDF',
    params: z.object({ id: z.string().max(80) }),
    ok: { 303: 'To a short-lived address of the file' },
    errors: [401, 404],
    security: 'session',
  }),
  link: endpoint({
    method: 'post',
    path: '/api/downloads/link',
    summary: 'A permission link to one owned file',
    body: z.object({ entitlementId: z.string().max(80), assetId: z.string().max(80) }),
    ok: { 200: DownloadLink },
    errors: [401, 403, 404],
    security: 'session',
  }),
  download: endpoint({
    method: 'get',
    path: '/api/downloads/{token}',
    summary: 'Checks the permission link and sends the browser to the file',
    params: z.object({ token: z.string().max(200) }),
    query: z.object({
      exp: z.string().max(20).optional(),
      h: z.string().max(128).optional(),
      disposition: z.enum(['attachment', 'inline']).default('attachment'),
    }),
    ok: { 303: 'To a presigned address that starts within 60 s' },
    errors: [401, 403, 404],
    security: 'session',
  }),
};
