import type { TenantId } from '@tessera/contracts/ids.ts';
import type { Authenticator, Claims } from './auth.ts';
import { systemClock, toSeconds, type Clock } from './clock.ts';
import { toRoles, toUserId } from './session-roles.ts';
import { hashOf, looksLikeSecret } from './session-secret.ts';
import type { SessionStore, StoredSession } from './session-store.ts';
import { createTokenEndpoint, type TokenEndpoint } from './token-endpoint.ts';
import { createTokenVerifier, type AccessClaims, type TokenVerifier } from './token-verifier.ts';

const clientIdLifeSeconds = 300;

export interface SessionAuthenticatorOptions {
  sessions: SessionStore;
  issuer: string;
  jwksUrl: string;
  tokenUrl: string;
  clock?: Clock;
}

/** The authenticator every slice trusts; `sessions` is `createSessionStore(table)` of `backend/table`. */
export const createSessionAuthenticator = (options: SessionAuthenticatorOptions): Authenticator =>
  composeAuthenticator({
    sessions: options.sessions,
    verifier: createTokenVerifier(options),
    endpoint: createTokenEndpoint(options.tokenUrl),
    clock: options.clock ?? systemClock,
  });

interface Parts {
  sessions: SessionStore;
  verifier: TokenVerifier;
  endpoint: TokenEndpoint;
  clock: Clock;
}

/**
 * cookie → record of this tenant → access token (issuer, signature, `client_id` of this tenant, `token_use`, expiry)
 * → claims with the roles of this tenant. A token that has run out is renewed in silence; one that is refused or forged
 * ends the session.
 */
export function composeAuthenticator({ sessions, verifier, endpoint, clock }: Parts): Authenticator {
  const findClientId = cached(sessions, clock);
  const renewals = new Map<string, Promise<AccessClaims | undefined>>();

  return async (cookieValue, tenantId) => {
    if (!looksLikeSecret(cookieValue)) return undefined;
    const hash = hashOf(cookieValue);
    const session = await sessions.find(tenantId, hash);
    if (!session || session.ttl <= toSeconds(clock())) return undefined;
    const clientId = await findClientId(tenantId);
    if (!clientId) return undefined;
    const verdict = await verifier.access(session.accessToken, clientId);
    if (verdict.ok) return toClaims(session, verdict.claims, tenantId);
    if (verdict.reason === 'forged') return end(tenantId, hash);
    const renewed = await renewOnce(session, clientId, tenantId);
    return renewed ? toClaims(session, renewed, tenantId) : end(tenantId, hash);
  };

  /** Requests of one page come together; one of them asks the issuer. */
  function renewOnce(session: StoredSession, clientId: string, tenantId: TenantId) {
    const key = `${tenantId}#${session.hash}`;
    const running = renewals.get(key) ?? renew(session, clientId, tenantId).finally(() => renewals.delete(key));
    renewals.set(key, running);
    return running;
  }

  async function renew(session: StoredSession, clientId: string, tenantId: TenantId) {
    const answer = await endpoint.refresh(clientId, session.refreshToken);
    if (!answer.ok) return undefined;
    const verdict = await verifier.access(answer.accessToken, clientId);
    if (!verdict.ok) return undefined;
    const refreshToken = answer.refreshToken ?? session.refreshToken;
    await sessions.renew(tenantId, session.hash, { accessToken: answer.accessToken, refreshToken });
    return verdict.claims;
  }

  async function end(tenantId: TenantId, hash: string): Promise<undefined> {
    await sessions.remove(tenantId, hash);
  }
}

function toClaims(session: StoredSession, access: AccessClaims, tenantId: TenantId): Claims | undefined {
  if (toUserId(access.sub) !== session.userId) return undefined;
  return {
    userId: session.userId,
    email: session.email,
    name: session.name,
    roles: toRoles(access['cognito:groups'], tenantId),
    sessionId: session.hash,
  };
}

/** App clients hardly ever change, and every request asks. */
function cached(sessions: SessionStore, clock: Clock) {
  const known = new Map<string, { clientId: string; until: number }>();
  return async (tenantId: TenantId): Promise<string | undefined> => {
    const now = toSeconds(clock());
    const entry = known.get(tenantId);
    if (entry && entry.until > now) return entry.clientId;
    const clientId = await sessions.findClientId(tenantId);
    if (clientId) known.set(tenantId, { clientId, until: now + clientIdLifeSeconds });
    return clientId;
  };
}
