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
  RELEASES_BUCKET: z.string().min(1),
  /** Key of KMS that releases are signed with. */
  RELEASE_SIGNING_KMS_KEY: z.string().optional(),
  /** Private JWK to sign with where no key of KMS is named. */
  RELEASE_SIGNING_KEY: z
    .string()
    .transform((text) => JSON.parse(text) as Record<string, unknown>)
    .optional(),
  /** App client of the command line. */
  CLI_CLIENT_ID: z.string().min(1),
  USER_POOL_ID: z.string().min(1),
  PLATFORM_ORIGIN: z.url(),
  /** Of shops' addresses. */
  PUBLIC_SCHEME: z.enum(['http', 'https']).default('https'),
  HOSTED_UI_ORIGIN: z.url(),
  /** Host that shops' own domains are aliases of. */
  DOMAIN_TARGET: z.string().min(1),
};
