import { cookies } from '@tessera/contracts/http.ts';
import { sessionApi } from '@tessera/contracts/api/session.ts';
import { toSeconds } from '../../platform/clock.ts';
import type { SliceApp } from '../../platform/http.ts';
import { toLocalPath } from '../../platform/local-path.ts';
import { hashOf, looksLikeSecret } from '../../platform/session-secret.ts';
import { signInCookie } from '../cookies.ts';
import { callbackUrlOf, type SessionDeps } from '../deps.ts';
import { stateLifeSeconds, toAuthorizeUrl } from './domain.ts';
import { foreignReturnTo, noAppClient } from './errors.ts';

/** Sends the visitor to the hosted pages with a state and a PKCE challenge, and marks the browser that asked. */
export function implementSignIn({ implement }: SliceApp, deps: SessionDeps): void {
  implement(sessionApi.signIn, async ({ tenantId, host, query, cookie }) => {
    const returnTo = toLocalPath(query.return_to);
    if (returnTo === undefined) throw foreignReturnTo();
    const clientId = await deps.sessions.findClientId(tenantId);
    if (!clientId) throw noAppClient();

    const state = deps.newSecret();
    const verifier = deps.newSecret();
    // Two tabs of one browser may sign in at once: they share the mark.
    const mark = cookie(cookies.signIn);
    const binding = looksLikeSecret(mark) ? mark : deps.newSecret();
    const ttl = toSeconds(deps.clock()) + stateLifeSeconds;
    const record = { tenantId, host, returnTo, browserHash: hashOf(binding), verifier };
    await deps.signIns.keepState(hashOf(state), record, ttl);

    const location = toAuthorizeUrl({
      hostedUiOrigin: deps.hostedUiOrigin,
      callbackUrl: callbackUrlOf(deps.platformOrigin),
      screen: query.screen,
      locale: query.locale,
      clientId,
      state,
      verifier,
    });
    return { status: 302, headers: { location, 'set-cookie': signInCookie(binding, stateLifeSeconds) } };
  });
}
