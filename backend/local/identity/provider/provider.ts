import Provider, { type AdapterPayload, type Configuration, type JWKS } from 'oidc-provider';
import type { DatabaseSync } from 'node:sqlite';
import type { Accounts } from '../accounts.ts';
import { renderErrorPage } from '../hosted/error-page.ts';
import { createAdapter } from './adapter.ts';
import { keepRandomKey, keepSigningKeys } from './keys.ts';
import { toAccessTokenClaims, toIdTokenClaims } from './claims.ts';

/** The audience oidc-provider insists on; Cognito's access tokens have none, so nobody checks it. */
const resource = 'urn:tessera:api';
const scopes = ['openid', 'email', 'profile'];

export interface TokenLifetimes {
  accessTokenSeconds: number;
  refreshTokenSeconds: number;
}

/** The only issuer, shaped like Cognito's: its paths, its claims, refresh tokens that do not rotate. */
export async function createProvider(options: {
  issuer: string;
  database: DatabaseSync;
  accounts: Accounts;
  findClient: (id: string) => AdapterPayload | undefined;
  lifetimes: TokenLifetimes;
}): Promise<Provider> {
  const { accounts, lifetimes, database } = options;
  const find = (sub: string) => accounts.find(sub);
  const configuration: Configuration = {
    adapter: createAdapter(database, options.findClient),
    jwks: (await keepSigningKeys(database)) as JWKS,
    cookies: { keys: [await keepRandomKey(database, 'cookies')] },
    pkce: { required: () => true },
    scopes,
    responseTypes: ['code'],
    extraParams: ['screen_hint'],
    conformIdTokenClaims: false,
    claims: {
      openid: ['sub', 'cognito:username', 'cognito:groups', 'token_use'],
      email: ['email', 'email_verified'],
      profile: ['name'],
    },
    routes: {
      authorization: '/oauth2/authorize',
      token: '/oauth2/token',
      revocation: '/oauth2/revoke',
      jwks: '/.well-known/jwks.json',
    },
    interactions: { url: (_context, interaction) => `/interaction/${interaction.uid}` },
    features: {
      devInteractions: { enabled: false },
      userinfo: { enabled: false },
      rpInitiatedLogout: { enabled: false },
      revocation: {
        enabled: true,
        allowedPolicy: (_context, client, token) => token.clientId === client.clientId,
      },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => resource,
        useGrantedResource: () => true,
        getResourceServerInfo: () => ({
          scope: scopes.join(' '),
          audience: resource,
          accessTokenFormat: 'jwt',
          accessTokenTTL: lifetimes.accessTokenSeconds,
          jwt: { sign: { alg: 'RS256' } },
        }),
      },
    },
    ttl: {
      AccessToken: lifetimes.accessTokenSeconds,
      AuthorizationCode: 60,
      IdToken: lifetimes.accessTokenSeconds,
      RefreshToken: lifetimes.refreshTokenSeconds,
      Grant: lifetimes.refreshTokenSeconds,
      Session: 14 * 24 * 3600,
      Interaction: 3600,
    },
    clockTolerance: 5,
    expiresWithSession: () => false,
    issueRefreshToken: () => true,
    rotateRefreshToken: () => false,
    clientBasedCORS: () => false,
    async extraTokenClaims(_context, token) {
      if (token.kind !== 'AccessToken') return undefined;
      return toAccessTokenClaims((await find(token.accountId))?.account);
    },
    async findAccount(_context, sub) {
      const found = await find(sub);
      if (found?.state !== 'ready') return undefined;
      return { accountId: found.account.sub, claims: () => Promise.resolve(toIdTokenClaims(found.account)) };
    },
    async loadExistingGrant(context) {
      const { client, session, result } = context.oidc;
      if (!client || !session?.accountId) return undefined;
      const known = result?.consent?.grantId ?? session.grantIdFor(client.clientId);
      const existing = known ? await context.oidc.provider.Grant.find(known) : undefined;
      if (existing?.accountId === session.accountId) return existing;
      const grant = new context.oidc.provider.Grant({ accountId: session.accountId, clientId: client.clientId });
      grant.addOIDCScope(scopes.join(' '));
      grant.addResourceScope(resource, scopes.join(' '));
      await grant.save();
      return grant;
    },
    async renderError(context, out) {
      context.type = 'html';
      const page = await renderErrorPage(context.status, out.error_description ?? out.error);
      context.set(page.headers);
      context.body = page.body;
    },
  };
  return new Provider(options.issuer, configuration);
}
