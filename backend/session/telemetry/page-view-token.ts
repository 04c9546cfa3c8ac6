import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { TenantSigningKeys } from '../../platform/tenant-signature.ts';

/** One page view of one release set, as the edge has proven it. */
export interface PageView {
  id: string;
  setId: string;
  expiresAtSeconds: number;
}

/** A page that is open for longer is not heard any more. */
export const pageViewTtlSeconds = 3600;

/**
 * A token for a page view that begins now: `<id>.<unix seconds>.<set>.<hmac>`. It names no visitor, and no two page views
 * have the same, so it says nothing of who looks.
 */
export function issuePageView(
  { tenantId, setId, nowSeconds }: { tenantId: string; setId: string; nowSeconds: number },
  keys: TenantSigningKeys,
): string {
  const [key] = keys;
  if (!key) throw new Error('no key to sign a page view with');
  const payload = `${randomBytes(15).toString('base64url')}.${nowSeconds + pageViewTtlSeconds}.${setId}`;
  return `${payload}.${macOf(tenantId, payload, key)}`;
}

/** Undefined for a token that was not given for this tenant, or long ago. */
export function readPageView(
  token: string,
  { tenantId, nowSeconds }: { tenantId: string; nowSeconds: number },
  keys: TenantSigningKeys,
): PageView | undefined {
  const parts = /^(([A-Za-z0-9_-]{20})\.(\d{1,12})\.([A-Za-z0-9_-]{1,70}))\.([A-Za-z0-9_-]{43})$/.exec(token);
  const [, payload, id, seconds, setId, mac] = parts ?? [];
  if (!payload || !id || !seconds || !setId || !mac) return undefined;
  const given = Buffer.from(mac);
  if (!keys.some((key) => timingSafeEqual(given, Buffer.from(macOf(tenantId, payload, key))))) return undefined;
  const expiresAtSeconds = Number(seconds);
  return expiresAtSeconds > nowSeconds ? { id, setId, expiresAtSeconds } : undefined;
}

/** The purpose is part of what is signed: the same keys prove tenants. */
const macOf = (tenantId: string, payload: string, key: Buffer): string =>
  createHmac('sha256', key).update(`page-view/${tenantId}/${payload}`).digest('base64url');
