import { cookies } from '@tessera/contracts/http.ts';
import type { Role } from '@tessera/contracts/api/session.ts';
import type { TenantId } from '@tessera/contracts/ids.ts';
import { forbidden, unauthenticated } from './errors.ts';

/** Who asks, as proven by the session cookie, within one tenant. */
export interface Claims {
  userId: string;
  email: string;
  name: string;
  roles: readonly Role[];
  sessionId: string;
}

/** Turns the session cookie's value into claims; undefined for an unknown, expired or foreign session. */
export type Authenticator = (cookieValue: string, tenantId: TenantId) => Promise<Claims | undefined>;

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
