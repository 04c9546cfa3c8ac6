import { z } from 'zod';
import { commonEnv } from '../platform/env.ts';
import { identityEnv } from '../platform/identity-env.ts';

export const env = {
  ...commonEnv,
  ...identityEnv,
  /** Origin of the hosted sign-in pages. */
  HOSTED_UI_ORIGIN: z.url(),
  /** Origin of the one callback. */
  PLATFORM_ORIGIN: z.url(),
  PUBLIC_SCHEME: z.enum(['http', 'https']),
};
