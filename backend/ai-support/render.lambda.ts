import type { Context } from 'aws-lambda';
import { createDynamoDbClient, createS3Client } from '../platform/clients.ts';
import { systemClock } from '../platform/clock.ts';
import { commonEnv, readEnv } from '../platform/env.ts';
import { observeInvocation } from '../platform/lambda.ts';
import { createEntryStore } from '../platform/render-store.ts';
import { createRenderer } from '../platform/render.ts';
import { createTelemetry } from '../platform/telemetry.ts';
import { parseTenantSigningKeys } from '../platform/tenant-signature.ts';
import { createThrottle, parseQuotas } from '../platform/throttle.ts';
import { createArticleApp } from './app.ts';
import { createDynamoArticleRepository } from './article/repository.dynamo.ts';

const env = readEnv(commonEnv);
const telemetry = createTelemetry('ai-support-render');
const table = { client: createDynamoDbClient(telemetry.tracer), tableName: env.TABLE_NAME };
const tenantKeys = parseTenantSigningKeys(env.TENANT_SIGNING_KEYS);

const app = createArticleApp(
  { articlesOf: (tenantId) => createDynamoArticleRepository(table, tenantId) },
  {
    tenantKeys,
    logger: telemetry.logger,
    throttle: createThrottle({ clock: systemClock, quotas: parseQuotas(env.RATE_LIMITS) }),
  },
);
const render = createRenderer({
  app,
  tenantKeys,
  entryFile: createEntryStore(createS3Client(telemetry.tracer)),
  clock: systemClock,
});

export const handler = (event: unknown, context: Context) => observeInvocation(telemetry, context, () => render(event));
