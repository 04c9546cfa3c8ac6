import { z } from 'zod';

export const env = {
  TABLE_NAME: z.string().min(1),
  /** Host that shops' own domains are aliases of. */
  DOMAIN_TARGET: z.string().min(1),
  /** `127.0.0.1:5353,…`; the system's own where it is not set. */
  DNS_SERVERS: z.string().optional(),
  /** Who issues certificates: a server at `CERTIFICATE_ENDPOINT`, or CloudFront for its distribution tenants. */
  CERTIFICATE_ADAPTER: z.enum(['http', 'cloudfront']),
  CERTIFICATE_ENDPOINT: z.url().optional(),
  DISTRIBUTION_ID: z.string().optional(),
  CONNECTION_GROUP_ID: z.string().optional(),
};
