import { z } from 'zod';

export const env = {
  TABLE_NAME: z.string().min(1),
  USER_POOL_ID: z.string().min(1),
  /** Origin of the one sign-in callback. */
  PLATFORM_ORIGIN: z.url(),
  /** The name under which the platform serves a shop: `{tenant}.shops.example`. */
  SHOP_HOST_TEMPLATE: z.string().includes('{tenant}'),
  PUBLIC_SCHEME: z.enum(['http', 'https']),
  PUBLIC_PORT_SUFFIX: z.string().regex(/^(:\d+)?$/),
  /** The edge's key-value store. */
  HOST_STORE_ARN: z.string().regex(/^arn:aws:cloudfront::\d{12}:key-value-store\/.+$/),
  /** Whose accounts people may sign in with, as the user pool calls them: `COGNITO,Google`. */
  IDENTITY_PROVIDERS: z.string().min(1),
};
