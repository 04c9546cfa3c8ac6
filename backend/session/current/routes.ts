import { sessionApi, type AuthState } from '@tessera/contracts/api/session.ts';
import { cookies } from '@tessera/contracts/http.ts';
import type { Claims } from '../../platform/auth.ts';
import type { SliceApp } from '../../platform/http.ts';
import { noSessionCookie } from '../cookies.ts';

/** Who is signed in; a cookie that proves nothing is taken away. */
export function implementCurrent({ implement }: SliceApp): void {
  implement(sessionApi.current, async ({ authenticate, cookie }) => {
    const claims = await authenticate();
    const body = toAuthState(claims);
    if (claims || cookie(cookies.session) === undefined) return { status: 200, body };
    return { status: 200, body, headers: { 'set-cookie': noSessionCookie() } };
  });
}

function toAuthState(claims: Claims | undefined): Exclude<AuthState, { signedIn: 'unknown' }> {
  if (!claims) return { signedIn: false };
  const { userId: id, email, name, roles } = claims;
  return { signedIn: true, user: { id, email, name, roles: [...roles] } };
}
