import { z } from 'zod';
import { commonEnv } from '../platform/env.ts';
import { identityEnv } from '../platform/identity-env.ts';

export const env = {
  ...commonEnv,
  ...identityEnv,
  ASSETS_BUCKET: z.string().min(1),
  /** HMAC key of permission hashes. */
  DOWNLOAD_SECRET: z.string().min(32),
};
