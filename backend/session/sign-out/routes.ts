import { sessionApi } from '@tessera/contracts/api/session.ts';
import { cookies } from '@tessera/contracts/http.ts';
import type { TenantId } from '@tessera/contracts/ids.ts';
import type { SliceApp } from '../../platform/http.ts';
import { hashOf, looksLikeSecret } from '../../platform/session-secret.ts';
import { noOverrideCookie, noSessionCookie } from '../cookies.ts';
import type { SessionDeps } from '../deps.ts';
import { toSignOutUrl } from '../sign-in/domain.ts';

/** Ends the session here and its tokens at the issuer; the answer says where the hosted session ends. */
export function implementSignOut({ implement }: SliceApp, deps: SessionDeps): void {
  implement(sessionApi.signOut, async ({ tenantId, host, cookie }) => {
    const clientId = await deps.sessions.findClientId(tenantId);
    const value = cookie(cookies.session);
    if (clientId && looksLikeSecret(value)) await end(deps, tenantId, { clientId, hash: hashOf(value) });
    const shopOrigin = `${deps.publicScheme}://${host}`;
    const redirect = clientId ? toSignOutUrl({ hostedUiOrigin: deps.hostedUiOrigin, clientId, shopOrigin }) : '/';
    return { status: 200, body: { redirect }, headers: { 'set-cookie': [noSessionCookie(), noOverrideCookie()] } };
  });
}

async function end(deps: SessionDeps, tenantId: TenantId, session: { clientId: string; hash: string }): Promise<void> {
  const stored = await deps.sessions.find(tenantId, session.hash);
  if (!stored) return;
  await deps.sessions.remove(tenantId, session.hash);
  // The visitor is signed out already; a token that could not be revoked runs out by itself.
  await deps.endpoint.revoke(session.clientId, stored.refreshToken).catch((error: unknown) => {
    deps.warn('refresh token not revoked', { error });
  });
}
