import { createDynamoDbClient, createS3Client } from '../platform/clients.ts';
import { systemClock } from '../platform/clock.ts';
import { readEnv } from '../platform/env.ts';
import { newId } from '../platform/ids.ts';
import { toLambdaHandler } from '../platform/lambda.ts';
import { createSessionAuthenticator } from '../platform/session-authenticator.ts';
import { createTelemetry } from '../platform/telemetry.ts';
import { parseTenantSigningKeys } from '../platform/tenant-signature.ts';
import { createThrottle, parseQuotas } from '../platform/throttle.ts';
import { createRateWindows } from '../table/rate-windows.ts';
import { createSessionStore } from '../table/session-store.ts';
import { createLibraryApp } from './app.ts';
import { createFiles } from './download/files.ts';
import { env as shape } from './env.ts';

const env = readEnv(shape);
const telemetry = createTelemetry('library');
const table = { client: createDynamoDbClient(telemetry.tracer), tableName: env.TABLE_NAME };

const app = createLibraryApp({
  table,
  files: createFiles(createS3Client(telemetry.tracer), env.ASSETS_BUCKET),
  downloadSecret: env.DOWNLOAD_SECRET,
  clock: systemClock,
  newId,
  http: {
    tenantKeys: parseTenantSigningKeys(env.TENANT_SIGNING_KEYS),
    authenticate: createSessionAuthenticator({
      sessions: createSessionStore(table),
      issuer: env.OIDC_ISSUER,
      jwksUrl: env.OIDC_JWKS_URL,
      tokenUrl: env.OIDC_TOKEN_URL,
    }),
    throttle: createThrottle({
      clock: systemClock,
      quotas: parseQuotas(env.RATE_LIMITS),
      shared: createRateWindows(table),
    }),
    logger: telemetry.logger,
  },
});

export const handler = toLambdaHandler(app, telemetry);
