import { releasesApi, type DeployToken } from '@tessera/contracts/api/releases.ts';
import { remoteNameProblem } from '@tessera/contracts/standard-remotes.ts';
import { cliCallbackUrls } from '@tessera/contracts/cli-sign-in.ts';
import type { z } from 'zod';
import type { Claims } from '../../platform/auth.ts';
import { conflict, invalid, notFound } from '../../platform/errors.ts';
import type { SliceApp } from '../../platform/http.ts';
import type { ScopeOf } from '../deps.ts';
import { may } from '../roles.ts';
import { deployTokenHash, maxActiveTokens, newDeployToken, stateOf, type DeployTokenRecord } from './deploy-tokens.ts';
import { requirePerson } from './scope.ts';

export interface CliOptions {
  /** What a command line signs people in with. */
  cli: { issuer: string; clientId: string; hostedUiOrigin: string };
}

const dayMs = 86_400_000;

export function implementDeployTokens({ implement }: SliceApp, scopeOf: ScopeOf, { cli }: CliOptions): void {
  const options = { roles: may.release, bearer: true } as const;

  implement(
    releasesApi.deployTokens,
    async ({ tenantId, claims }) => {
      requirePerson(claims);
      const { deployTokens, clock } = scopeOf(tenantId);
      return { status: 200, body: { items: (await deployTokens.list()).map((token) => toView(token, clock())) } };
    },
    options,
  );

  implement(
    releasesApi.createDeployToken,
    async ({ tenantId, body, claims }) => {
      requirePerson(claims);
      const { deployTokens, clock, newId, audit } = scopeOf(tenantId);
      const wrong = body.remotes.flatMap((remote, index) => {
        const message = remote === '*' ? undefined : remoteNameProblem(remote);
        return message ? [{ path: `body.remotes.${index}`, message }] : [];
      });
      if (wrong.length > 0) throw invalid(wrong);
      const now = clock();
      const active = (await deployTokens.list()).filter((token) => stateOf(token, now) === 'active');
      if (active.length >= maxActiveTokens)
        throw conflict('token_limit', `This shop has ${maxActiveTokens} deploy tokens: revoke one first.`);
      const token = newDeployToken();
      const record = {
        hash: deployTokenHash(token) ?? '',
        tokenId: newId('tok'),
        name: body.name,
        remotes: [...new Set(body.remotes)],
        createdAt: now.toISOString(),
        createdBy: claims.userId,
        expiresAt: new Date(now.getTime() + body.expiresInDays * dayMs).toISOString(),
      };
      await deployTokens.create(record);
      const { tokenId: entity, name, remotes, expiresAt } = record;
      await audit({ entity, what: 'deploy-token.created', data: { name, remotes, expiresAt } }, claims);
      return { status: 201, body: { ...toView(record, now), token } };
    },
    options,
  );

  implement(
    releasesApi.revokeDeployToken,
    async ({ tenantId, params, claims }) => {
      requirePerson(claims);
      const { deployTokens, clock, audit } = scopeOf(tenantId);
      const now = clock();
      const revoked = await deployTokens.revoke(params.id, now.toISOString());
      if (!revoked) throw notFound();
      await audit({ entity: revoked.tokenId, what: 'deploy-token.revoked', data: { name: revoked.name } }, claims);
      return { status: 200, body: toView(revoked, now) };
    },
    options,
  );

  implement(
    releasesApi.caller,
    async ({ tenantId, claims }) => {
      const { deployToken, userId, roles } = claims;
      if (deployToken) {
        const { id, remotes, expiresAt } = deployToken;
        return { status: 200, body: { kind: 'token', id, name: claims.name, roles, remotes, expiresAt, tenantId } };
      }
      const name = claims.name || (await nameOf(claims, scopeOf(tenantId)));
      return { status: 200, body: { kind: 'person', id: userId, name, roles, tenantId } };
    },
    options,
  );

  implement(releasesApi.cliSignIn, () => ({
    status: 200,
    body: {
      issuer: cli.issuer,
      clientId: cli.clientId,
      authorizeUrl: `${cli.hostedUiOrigin}/oauth2/authorize`,
      tokenUrl: `${cli.hostedUiOrigin}/oauth2/token`,
      redirectUris: cliCallbackUrls,
      scopes: ['openid', 'email', 'profile'],
    },
  }));
}

const nameOf = async ({ userId }: Claims, { people }: ReturnType<ScopeOf>): Promise<string> =>
  (await people.find(userId))?.name ?? userId;

function toView(record: DeployTokenRecord, now: Date): z.infer<typeof DeployToken> {
  const { tokenId: id, name, remotes, createdAt, createdBy, expiresAt, lastUsedAt, revokedAt } = record;
  return {
    ...{ id, name, createdAt, createdBy, expiresAt },
    remotes: [...remotes],
    ...(lastUsedAt === undefined ? {} : { lastUsedAt }),
    ...(revokedAt === undefined ? {} : { revokedAt }),
    state: stateOf(record, now),
  };
}
