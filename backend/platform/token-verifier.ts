import { JwtVerifier } from 'aws-jwt-verify';
import { JwtBaseError, JwtExpiredError, WaitPeriodNotYetEndedJwkError } from 'aws-jwt-verify/error';
import { SimpleJwksCache } from 'aws-jwt-verify/jwk';
import { z } from 'zod';

/** What an access token says; `client_id` and issuer have been checked. */
export const AccessClaims = z.object({
  sub: z.string().min(1),
  exp: z.number(),
  'cognito:groups': z.array(z.string()).default([]),
});
export type AccessClaims = z.infer<typeof AccessClaims>;

export const IdClaims = z.object({ sub: z.string().min(1), email: z.string(), name: z.string().optional() });
export type IdClaims = z.infer<typeof IdClaims>;

export type TokenVerdict<T> = { ok: true; claims: T } | { ok: false; reason: 'expired' | 'forged' };

/**
 * Checks Cognito's tokens. Cognito's own verifier takes no issuer but amazonaws.com; this one takes the issuer it is
 * given and asks for `client_id` and `token_use` itself, because access tokens carry no `aud`. Keys are fetched once
 * and again for an unknown key id.
 */
export function createTokenVerifier(options: { issuer: string; jwksUrl: string }) {
  const jwksCache = new SimpleJwksCache({
    fetcher: {
      fetch: async (uri) => {
        const response = await fetch(uri, { signal: AbortSignal.timeout(3_000) });
        if (!response.ok) throw new Error(`Keys of the issuer: ${response.status}`);
        return response.arrayBuffer();
      },
    },
  });
  const verifier = JwtVerifier.create(
    { issuer: options.issuer, audience: null, jwksUri: options.jwksUrl },
    { jwksCache },
  );

  async function verify<T>(schema: z.ZodType<T>, token: string, expected: Record<string, string>) {
    try {
      const payload = await verifier.verify(token, {
        customJwtCheck: ({ payload: given }) => {
          for (const [name, value] of Object.entries(expected))
            if (given[name] !== value) throw new WrongClaimError(`${name} is not ${value}`);
        },
      });
      return { ok: true, claims: schema.parse(payload) } satisfies TokenVerdict<T>;
    } catch (error) {
      if (error instanceof JwtExpiredError) return { ok: false, reason: 'expired' } satisfies TokenVerdict<T>;
      // Keys that cannot be had just now say nothing about the token.
      if (error instanceof WaitPeriodNotYetEndedJwkError) throw error;
      if (error instanceof JwtBaseError || error instanceof z.ZodError)
        return { ok: false, reason: 'forged' } satisfies TokenVerdict<T>;
      throw error;
    }
  }

  return {
    access: (token: string, clientId: string): Promise<TokenVerdict<AccessClaims>> =>
      verify(AccessClaims, token, { client_id: clientId, token_use: 'access' }),
    id: (token: string, clientId: string): Promise<TokenVerdict<IdClaims>> =>
      verify(IdClaims, token, { aud: clientId, token_use: 'id' }),
  };
}

export type TokenVerifier = ReturnType<typeof createTokenVerifier>;

class WrongClaimError extends JwtBaseError {}
