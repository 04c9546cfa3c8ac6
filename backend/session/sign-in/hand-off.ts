import { sessionApi } from '@tessera/contracts/api/session.ts';
import { cookies } from '@tessera/contracts/http.ts';
import { toSeconds } from '../../platform/clock.ts';
import type { SliceApp } from '../../platform/http.ts';
import { hashOf, looksLikeSecret } from '../../platform/session-secret.ts';
import { noOverrideCookie, noSignInCookie, sessionCookie } from '../cookies.ts';
import type { SessionDeps } from '../deps.ts';
import { sessionLifeSeconds } from './domain.ts';
import { signInExpired } from './errors.ts';

/** Trades the one-time code for a session, in the browser that began; always a new session id. */
export function implementHandOff({ implement }: SliceApp, deps: SessionDeps): void {
  implement(sessionApi.handoff, async ({ tenantId, host, query, cookie }) => {
    const mark = cookie(cookies.signIn);
    if (!looksLikeSecret(mark) || !looksLikeSecret(query.code)) throw signInExpired();
    const now = deps.clock();
    const owner = { tenantId, host, browserHash: hashOf(mark) };
    const handOff = await deps.signIns.takeHandOff(hashOf(query.code), owner, toSeconds(now));
    if (!handOff) throw signInExpired();

    const former = cookie(cookies.session);
    if (looksLikeSecret(former)) await deps.sessions.remove(tenantId, hashOf(former));
    const id = deps.newSecret();
    await deps.sessions.create({
      tenantId,
      hash: hashOf(id),
      ...handOff.signedIn,
      createdAt: now.toISOString(),
      ttl: toSeconds(now) + sessionLifeSeconds,
    });
    const setCookies = [sessionCookie(id, sessionLifeSeconds), noSignInCookie(), noOverrideCookie()];
    return { status: 303, headers: { location: handOff.returnTo, 'set-cookie': setCookies } };
  });
}
