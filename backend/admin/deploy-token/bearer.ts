import type { TenantId } from '@tessera/contracts/ids.ts';
import type { BearerAuthenticator, Claims } from '../../platform/auth.ts';
import type { Clock } from '../../platform/clock.ts';
import { toRoles, toUserId } from '../../platform/session-roles.ts';
import type { TokenVerifier } from '../../platform/token-verifier.ts';
import { deployTokenHash, isDeployToken, stateOf, type DeployTokens } from './deploy-tokens.ts';

export interface BearerOptions {
  tokensOf(tenantId: TenantId): DeployTokens;
  verifier: TokenVerifier;
  /** The app client of the command line: no other client's access token is taken, least of all a shop's. */
  cliClientId: string;
  clock: Clock;
}

/** A use is noted once in this time. */
const touchEveryMs = 60_000;

/**
 * `tsd_…` → record of this tenant by its hash. Anything else → access token of the command line's app client (issuer,
 * signature, `client_id`, `token_use`, expiry), with the roles that its groups give in this tenant.
 */
export function createBearerAuthenticator(options: BearerOptions): BearerAuthenticator {
  const { tokensOf, verifier, cliClientId, clock } = options;

  return (token, tenantId) => (isDeployToken(token) ? ofDeployToken(token, tenantId) : ofPerson(token, tenantId));

  async function ofDeployToken(token: string, tenantId: TenantId): Promise<Claims | undefined> {
    const hash = deployTokenHash(token);
    const tokens = tokensOf(tenantId);
    const record = hash === undefined ? undefined : await tokens.findByHash(hash);
    const now = clock();
    if (!record || stateOf(record, now) !== 'active') return undefined;
    const usedAt = record.lastUsedAt === undefined ? 0 : Date.parse(record.lastUsedAt);
    if (now.getTime() - usedAt >= touchEveryMs) await tokens.touch(record.hash, now.toISOString());
    const { tokenId, name, remotes, expiresAt } = record;
    return {
      userId: `token:${tokenId}`,
      email: '',
      name,
      roles: ['developer'],
      sessionId: '',
      deployToken: { id: tokenId, remotes, expiresAt },
    };
  }

  async function ofPerson(token: string, tenantId: TenantId): Promise<Claims | undefined> {
    const verdict = await verifier.access(token, cliClientId);
    if (!verdict.ok) return undefined;
    const { sub, 'cognito:groups': groups } = verdict.claims;
    return { userId: toUserId(sub), email: '', name: '', roles: toRoles(groups, tenantId), sessionId: '' };
  }
}
