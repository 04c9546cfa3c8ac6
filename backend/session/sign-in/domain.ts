import type { Locale } from '@tessera/contracts/tenant.ts';
import { createHash } from 'node:crypto';

export const stateLifeSeconds = 3600;
export const handOffLifeSeconds = 60;
/** As long as the refresh token behind it. */
export const sessionLifeSeconds = 30 * 24 * 3600;

export const toCodeChallenge = (verifier: string): string => createHash('sha256').update(verifier).digest('base64url');

export function toAuthorizeUrl(request: {
  hostedUiOrigin: string;
  screen: 'sign-in' | 'sign-up';
  locale?: Locale | undefined;
  clientId: string;
  callbackUrl: string;
  state: string;
  verifier: string;
}): string {
  const url = new URL(request.screen === 'sign-up' ? '/signup' : '/oauth2/authorize', request.hostedUiOrigin);
  url.search = new URLSearchParams({
    response_type: 'code',
    client_id: request.clientId,
    redirect_uri: request.callbackUrl,
    scope: 'openid email profile',
    state: request.state,
    code_challenge: toCodeChallenge(request.verifier),
    code_challenge_method: 'S256',
    // OpenID Connect calls it `ui_locales`, Cognito's managed pages `lang`.
    ...(request.locale && { ui_locales: request.locale, lang: request.locale }),
  }).toString();
  return url.href;
}

/** Ends the hosted session too; the shop's own address is registered as a place to come back to. */
export function toSignOutUrl(request: { hostedUiOrigin: string; clientId: string; shopOrigin: string }): string {
  const url = new URL('/logout', request.hostedUiOrigin);
  url.search = new URLSearchParams({ client_id: request.clientId, logout_uri: `${request.shopOrigin}/` }).toString();
  return url.href;
}
