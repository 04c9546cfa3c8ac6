import { z } from 'zod';
import { CliError } from '../cli-error.ts';
import { exitCodes } from '../exit-codes.ts';
import type { Credential } from './credentials.ts';

const Answer = z.object({
  access_token: z.string(),
  refresh_token: z.string().optional(),
  expires_in: z.number().default(3600),
});

interface Requesting {
  fetch: typeof fetch;
  now(): number;
}

/** Trades a code, or a refresh token, for tokens at the issuer. */
export async function requestTokens(
  { fetch, now }: Requesting,
  client: { clientId: string; tokenUrl: string },
  grant: Record<string, string>,
): Promise<Credential> {
  const answer = await fetch(client.tokenUrl, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ client_id: client.clientId, ...grant }),
  });
  const parsed = Answer.safeParse(await answer.json().catch(() => undefined));
  if (!answer.ok || !parsed.success)
    throw new CliError({
      code: 'sign_in_refused',
      message: `The sign-in page gave no tokens (${answer.status}).`,
      fix: 'Sign in again with `tessera login`.',
      exit: exitCodes.forbidden,
    });
  const { access_token, refresh_token, expires_in } = parsed.data;
  const refreshToken = refresh_token ?? grant['refresh_token'];
  return {
    ...{ clientId: client.clientId, tokenUrl: client.tokenUrl, accessToken: access_token },
    ...(refreshToken === undefined ? {} : { refreshToken }),
    expiresAt: now() + expires_in * 1000,
  };
}

/** Ends a refresh token at the issuer: RFC 7009, beside the token endpoint as Cognito has it. */
export async function revoke(
  fetch: Requesting['fetch'],
  { tokenUrl, clientId, refreshToken }: Credential,
): Promise<boolean> {
  if (refreshToken === undefined) return false;
  const answer = await fetch(tokenUrl.replace(/\/token$/, '/revoke'), {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ client_id: clientId, token: refreshToken }),
  });
  return answer.ok;
}
