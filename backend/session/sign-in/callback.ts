import { sessionApi } from '@tessera/contracts/api/session.ts';
import { TenantId } from '@tessera/contracts/ids.ts';
import { toSeconds } from '../../platform/clock.ts';
import type { SliceApp } from '../../platform/http.ts';
import { toUserId } from '../../platform/session-roles.ts';
import { hashOf } from '../../platform/session-secret.ts';
import { callbackUrlOf, type SessionDeps } from '../deps.ts';
import { handOffLifeSeconds } from './domain.ts';
import { signInExpired } from './errors.ts';
import type { SignedIn, SignInState } from './repository.ts';

/**
 * The one callback, on the platform host. The state names the tenant; the tokens must be of that tenant's app client.
 * The shop's cookie can only be set by the shop's host, so the visitor is sent there with a one-time code.
 */
export function implementCallback({ implementOnPlatform }: SliceApp, deps: SessionDeps): void {
  implementOnPlatform(sessionApi.callback, async ({ query }) => {
    const now = toSeconds(deps.clock());
    const state = query.state && (await deps.signIns.takeState(hashOf(query.state), now));
    if (!state) throw signInExpired();
    const shop = `${deps.publicScheme}://${state.host}`;
    // Declined at the hosted pages: back to where the visitor came from, still signed out.
    if (query.error) return { status: 303, headers: { location: `${shop}${state.returnTo}` } };
    const signedIn = await exchange(deps, state, query.code);
    if (!signedIn) throw signInExpired();

    const code = deps.newSecret();
    const { verifier: _, ...origin } = state;
    await deps.signIns.keepHandOff(hashOf(code), { ...origin, signedIn }, now + handOffLifeSeconds);
    return { status: 303, headers: { location: `${shop}/api/session/handoff?code=${code}` } };
  });
}

async function exchange(
  deps: SessionDeps,
  state: SignInState,
  code: string | undefined,
): Promise<SignedIn | undefined> {
  const clientId = await deps.sessions.findClientId(TenantId.parse(state.tenantId));
  if (!clientId || !code) return undefined;
  const tokens = await deps.endpoint.exchange({
    client_id: clientId,
    code,
    code_verifier: state.verifier,
    redirect_uri: callbackUrlOf(deps.platformOrigin),
  });
  if (!tokens.ok) return undefined;
  const [access, id] = await Promise.all([
    deps.verifier.access(tokens.accessToken, clientId),
    deps.verifier.id(tokens.idToken, clientId),
  ]);
  if (!access.ok || !id.ok || access.claims.sub !== id.claims.sub) return undefined;
  const { sub, email, name } = id.claims;
  const { accessToken, refreshToken } = tokens;
  return { userId: toUserId(sub), email, name: name ?? email, accessToken, refreshToken };
}
