import type { Configuration } from 'oidc-provider';
import { resource, scopes } from './grants.ts';

export interface TokenLifetimes {
  accessTokenSeconds: number;
  refreshTokenSeconds: number;
}

/** What the provider does beyond the core: JWT access tokens and revocation. */
export const featuresOf = (lifetimes: TokenLifetimes): NonNullable<Configuration['features']> => ({
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
});

export const ttlOf = (lifetimes: TokenLifetimes): NonNullable<Configuration['ttl']> => ({
  AccessToken: lifetimes.accessTokenSeconds,
  AuthorizationCode: 60,
  IdToken: lifetimes.accessTokenSeconds,
  RefreshToken: lifetimes.refreshTokenSeconds,
  Grant: lifetimes.refreshTokenSeconds,
  Session: 14 * 24 * 3600,
  Interaction: 3600,
});
