import { z } from 'zod';
import { commonEnv } from '../platform/env.ts';
import { identityEnv } from '../platform/identity-env.ts';
import { searchEnv } from '../platform/search/from-env.ts';

export const env = {
  ...commonEnv,
  ...identityEnv,
  ...searchEnv,
  MEDIA_BUCKET: z.string().min(1),
  UPLOADS_BUCKET: z.string().min(1),
  USER_POOL_ID: z.string().min(1),
  PLATFORM_ORIGIN: z.url(),
  HOSTED_UI_ORIGIN: z.url(),
  /** Host that shops' own domains are aliases of. */
  DOMAIN_TARGET: z.string().min(1),
};
