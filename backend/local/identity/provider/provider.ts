import Provider, { type AdapterPayload, type Configuration, type JWKS } from 'oidc-provider';
import type { DatabaseSync } from 'node:sqlite';
import { pageLanguageOf } from '../../page-language.ts';
import type { Accounts } from '../accounts.ts';
import { renderErrorPage } from '../hosted/error-page.ts';
import { createAdapter } from './adapter.ts';
import { keepRandomKey, keepSigningKeys } from './keys.ts';
import { featuresOf, ttlOf, type TokenLifetimes } from './features.ts';
import { loadExistingGrant, scopes } from './grants.ts';
import { toAccessTokenClaims, toIdTokenClaims } from './claims.ts';

/** The only issuer, shaped like Cognito's: its paths, its claims, refresh tokens that do not rotate. */
export async function createProvider(options: {
  issuer: string;
  database: DatabaseSync;
  accounts: Accounts;
  findClient: (id: string) => Promise<AdapterPayload | undefined>;
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
    features: featuresOf(lifetimes),
    ttl: ttlOf(lifetimes),
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
    loadExistingGrant,
    async renderError(context, out) {
      context.type = 'html';
      const language = pageLanguageOf(undefined, context.get('accept-language'));
      const page = await renderErrorPage(context.status, language, out.error_description ?? out.error);
      context.set(page.headers);
      context.body = page.body;
    },
  };
  return new Provider(options.issuer, configuration);
}
