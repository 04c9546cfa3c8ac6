import type { Account } from '../types.ts';

/** `sub`, `client_id`, `iss`, `iat`, `exp`, `jti` and `scope` are oidc-provider's own. */
export function toAccessTokenClaims(account: Account | undefined) {
  if (!account) return { token_use: 'access' };
  return { token_use: 'access', username: account.username, 'cognito:groups': [...account.groups] };
}

export function toIdTokenClaims(account: Account) {
  return {
    sub: account.sub,
    token_use: 'id',
    'cognito:username': account.username,
    'cognito:groups': [...account.groups],
    email: account.email,
    email_verified: true,
    name: account.name,
  };
}
