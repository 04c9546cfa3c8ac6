import { headers } from '@tessera/contracts/http.ts';
import { TenantId } from '@tessera/contracts/ids.ts';
import type { Context } from 'hono';
import { toSeconds, type Clock } from './clock.ts';
import { AppError, forbidden } from './errors.ts';
import type { HttpEnv } from './http-types.ts';
import { signedHostOf, verifyTenant, type TenantSigningKeys } from './tenant-signature.ts';
import type { RouteClass, Throttle } from './throttle.ts';

type Ctx = Context<HttpEnv>;

/** The host the visitor typed: origins see their own in `host`, so the edge forwards it; the signature covers it. */
export const visitorHostOf = (c: Ctx): string => c.req.header('x-forwarded-host') ?? c.req.header('host') ?? '';

/** CloudFront overwrites its viewer address, so a visitor cannot choose it. */
export function clientIpOf(c: Ctx): string {
  const viewer = c.req.header('cloudfront-viewer-address')?.replace(/:\d+$/, '');
  return viewer ?? c.env?.requestContext?.http?.sourceIp ?? 'unknown';
}

export function requireTenant(c: Ctx, keys: TenantSigningKeys, clock: Clock): TenantId {
  const request = { host: visitorHostOf(c), nowSeconds: toSeconds(clock()) };
  const verdict = verifyTenant(c.req.header(headers.tenant), request, keys);
  if (!verdict.ok) throw forbidden('tenant_unproven', 'This address is not served to the public.');
  return TenantId.parse(verdict.tenantId);
}

/** The token of `Authorization: Bearer`; undefined where there is none. */
export const bearerOf = (c: Ctx): string | undefined =>
  /^Bearer +([A-Za-z0-9._~+/=-]{1,8192})$/i.exec(c.req.header('authorization') ?? '')?.[1];

export const isSafe = (method: string): boolean => ['GET', 'HEAD', 'OPTIONS'].includes(method);

/** A form or a link of another site can send cookies, but neither our header nor our origin. */
export function requireSameOrigin(c: Ctx, needsHeader: boolean): void {
  if (isSafe(c.req.method)) return;
  const origin = c.req.header('origin');
  const foreign = origin !== undefined && signedHostOf(hostOfOrigin(origin)) !== signedHostOf(visitorHostOf(c));
  if (foreign || (needsHeader && c.req.header(headers.csrf) !== '1'))
    throw forbidden('csrf', 'This request did not come from the shop’s own pages.');
}

export async function requireQuota(
  throttle: Throttle,
  request: { tenantId: string; client: string; routeClass: RouteClass },
): Promise<void> {
  const verdict = await throttle.take(request);
  if (verdict.ok) return;
  throw new AppError({
    status: 429,
    code: 'too_many_requests',
    publicMessage: 'Too many requests. Wait a moment and try again.',
    headers: { 'retry-after': String(verdict.retryAfterSeconds) },
  });
}

const hostOfOrigin = (origin: string): string => (URL.canParse(origin) ? new URL(origin).host : '');
