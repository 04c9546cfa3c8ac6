import { z } from 'zod';

/** What a function that checks sessions reads: spread it into its `env.ts`. */
export const identityEnv = {
  OIDC_ISSUER: z.url(),
  OIDC_JWKS_URL: z.url(),
  OIDC_TOKEN_URL: z.url(),
};
