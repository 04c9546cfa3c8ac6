import { z } from 'zod';

export const env = {
  TABLE_NAME: z.string().min(1),
  /** `127.0.0.1:5353,…`; the system's own where it is not set. */
  DNS_SERVERS: z.string().optional(),
  /** Of the multi-tenant distribution, whose distribution tenants serve hosts. */
  DISTRIBUTION_ID: z.string().min(1),
  CONNECTION_GROUP_ID: z.string().min(1),
};
