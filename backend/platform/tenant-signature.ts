import { createHmac, timingSafeEqual } from 'node:crypto';

/** HMAC keys in the order of their declaration: the first signs, all verify, so that keys can be rotated. */
export type TenantSigningKeys = readonly Buffer[];

export interface TenantClaim {
  tenantId: string;
  /** The host the visitor asked for, without a port, in lower case. */
  host: string;
  nowSeconds: number;
}

export type TenantVerdict =
  { ok: true; tenantId: string } | { ok: false; reason: 'missing' | 'malformed' | 'forged' | 'expired' };

export const tenantSignatureTtlSeconds = 60;

/** Reads `TENANT_SIGNING_KEYS`: JSON of key id to base64. */
export function parseTenantSigningKeys(json: string): TenantSigningKeys {
  const parsed: unknown = JSON.parse(json);
  const keys = Object.values(parsed && typeof parsed === 'object' ? parsed : {}).map((value) =>
    Buffer.from(String(value), 'base64'),
  );
  if (keys.length === 0 || keys.some((key) => key.length < 32))
    throw new Error('TENANT_SIGNING_KEYS must hold at least one key, each of 32 bytes or more in base64');
  return keys;
}

/** The value of `x-tenant`: `<tenant>.<unix seconds>.<hmac>`. */
export function signTenant(claim: TenantClaim, keys: TenantSigningKeys): string {
  const [key] = keys;
  if (!key) throw new Error('no key to sign a tenant with');
  return `${claim.tenantId}.${claim.nowSeconds}.${macOf(claim, key)}`;
}

export function verifyTenant(
  header: string | undefined,
  request: { host: string; nowSeconds: number },
  keys: TenantSigningKeys,
): TenantVerdict {
  if (!header) return { ok: false, reason: 'missing' };
  const parts = /^([a-z][a-z0-9-]{1,31})\.(\d{1,12})\.([A-Za-z0-9_-]{43})$/.exec(header);
  const [, tenantId, seconds, mac] = parts ?? [];
  if (!tenantId || !seconds || !mac) return { ok: false, reason: 'malformed' };
  const signedAt = Number(seconds);
  const claim = { tenantId, host: request.host, nowSeconds: signedAt };
  const genuine = keys.some((key) => timingSafeEqual(Buffer.from(mac), Buffer.from(macOf(claim, key))));
  if (!genuine) return { ok: false, reason: 'forged' };
  if (Math.abs(request.nowSeconds - signedAt) > tenantSignatureTtlSeconds) return { ok: false, reason: 'expired' };
  return { ok: true, tenantId };
}

/** A `Host` header as it is signed: lower case, without the port. */
export const signedHostOf = (host: string): string => host.toLowerCase().replace(/:\d+$/, '');

function macOf({ tenantId, host, nowSeconds }: TenantClaim, key: Buffer): string {
  return createHmac('sha256', key)
    .update(`${tenantId}.${nowSeconds}.${signedHostOf(host)}`)
    .digest('base64url');
}
