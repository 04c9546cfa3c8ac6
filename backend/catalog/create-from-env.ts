import { createDynamoDbClient } from '../platform/clients.ts';
import { systemClock } from '../platform/clock.ts';
import { readEnv } from '../platform/env.ts';
import { createSearchEngine } from '../platform/search/from-env.ts';
import type { Telemetry } from '../platform/telemetry.ts';
import { parseTenantSigningKeys } from '../platform/tenant-signature.ts';
import { createThrottle, parseQuotas } from '../platform/throttle.ts';
import { createCatalogApp } from './app.ts';
import { env as shape } from './env.ts';

/** The slice as both of its functions run it: behind the API, and in process for rendering. */
export function createCatalogFromEnv({ logger, tracer }: Telemetry) {
  const env = readEnv(shape);
  const tenantKeys = parseTenantSigningKeys(env.TENANT_SIGNING_KEYS);
  const app = createCatalogApp(
    {
      table: { client: createDynamoDbClient(tracer), tableName: env.TABLE_NAME },
      search: createSearchEngine(env),
      clock: systemClock,
      warn: (message, extra) => logger.warn(message, extra),
    },
    { tenantKeys, logger, throttle: createThrottle({ clock: systemClock, quotas: parseQuotas(env.RATE_LIMITS) }) },
  );
  return { app, tenantKeys };
}
