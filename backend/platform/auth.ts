import { cookies } from '@tessera/contracts/http.ts';
import type { Role } from '@tessera/contracts/api/session.ts';
import type { TenantId } from '@tessera/contracts/ids.ts';
import { forbidden, tokenUnknown, unauthenticated } from './errors.ts';

/** Who asks, as proven by the session cookie or a bearer token, within one tenant. */
export interface Claims {
  /** `token:<id>` of a deploy token. */
  userId: string;
  /** Empty where a bearer token does not say. */
  email: string;
  name: string;
  roles: readonly Role[];
  /** Empty for a bearer token. */
  sessionId: string;
  /** Present where nobody is there: what the deploy token is for. */
  deployToken?: DeployTokenClaims;
}

export interface DeployTokenClaims {
  id: string;
  /** Names of remotes; `*` is all of the tenant's. */
  remotes: readonly string[];
  expiresAt: string;
}

/** Turns the session cookie's value into claims; undefined for an unknown, expired or foreign session. */
export type Authenticator = (cookieValue: string, tenantId: TenantId) => Promise<Claims | undefined>;

/** Turns a bearer token into claims; undefined for one that is unknown, expired, revoked, forged or another tenant's. */
export type BearerAuthenticator = (token: string, tenantId: TenantId) => Promise<Claims | undefined>;

export async function requireBearer(
  authenticate: BearerAuthenticator | undefined,
  token: string,
  tenantId: TenantId,
): Promise<Claims> {
  const claims = await authenticate?.(token, tenantId);
  if (!claims) throw tokenUnknown();
  return claims;
}

export async function requireSession(
  authenticate: Authenticator,
  cookieValue: string | undefined,
  tenantId: TenantId,
): Promise<Claims> {
  const claims = cookieValue ? await authenticate(cookieValue, tenantId) : undefined;
  if (!claims) throw unauthenticated();
  return claims;
}

/** The platform's own team may do what any role of a tenant may. */
export function requireRole(claims: Claims, roles: readonly Role[]): void {
  if (!claims.roles.some((role) => role === 'platform' || roles.includes(role))) throw forbidden('role_required');
}

export const sessionCookieName = cookies.session;
