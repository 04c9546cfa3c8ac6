import { z } from 'zod';

const Exchanged = z.object({ access_token: z.string(), id_token: z.string(), refresh_token: z.string() });
const Refreshed = z.object({ access_token: z.string(), refresh_token: z.string().optional() });

export type Exchange =
  { ok: true; accessToken: string; idToken: string; refreshToken: string } | { ok: false; reason: 'refused' };
export type Refresh = { ok: true; accessToken: string; refreshToken?: string } | { ok: false; reason: 'refused' };

const timeoutMs = 3_000;

/** The issuer's token and revocation endpoints. A refusal is an answer; an outage is thrown. */
export function createTokenEndpoint(tokenUrl: string) {
  const revokeUrl = new URL('revoke', tokenUrl);

  async function post(url: string | URL, form: Record<string, string>): Promise<Response> {
    const body = new URLSearchParams(form);
    const response = await fetch(url, { method: 'POST', body, signal: AbortSignal.timeout(timeoutMs) });
    if (response.status >= 500) throw new Error(`The issuer answered ${response.status}`);
    return response;
  }

  return {
    async exchange(form: { client_id: string; code: string; code_verifier: string; redirect_uri: string }) {
      const response = await post(tokenUrl, { grant_type: 'authorization_code', ...form });
      if (!response.ok) return { ok: false, reason: 'refused' } satisfies Exchange;
      const tokens = Exchanged.parse(await response.json());
      return {
        ok: true,
        accessToken: tokens.access_token,
        idToken: tokens.id_token,
        refreshToken: tokens.refresh_token,
      } satisfies Exchange;
    },
    async refresh(clientId: string, refreshToken: string): Promise<Refresh> {
      const form = { grant_type: 'refresh_token', client_id: clientId, refresh_token: refreshToken };
      const response = await post(tokenUrl, form);
      if (!response.ok) return { ok: false, reason: 'refused' };
      const tokens = Refreshed.parse(await response.json());
      return {
        ok: true,
        accessToken: tokens.access_token,
        ...(tokens.refresh_token ? { refreshToken: tokens.refresh_token } : {}),
      };
    },
    /** Ends the refresh token and what was made from it. */
    async revoke(clientId: string, refreshToken: string): Promise<void> {
      await post(revokeUrl, { client_id: clientId, token: refreshToken });
    },
  };
}

export type TokenEndpoint = ReturnType<typeof createTokenEndpoint>;
