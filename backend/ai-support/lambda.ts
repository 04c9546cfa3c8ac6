import { createDynamoDbClient } from '../platform/clients.ts';
import { systemClock } from '../platform/clock.ts';
import { readEnv } from '../platform/env.ts';
import { toStreamingHandler } from '../platform/lambda.ts';
import { createLanguageModel } from '../platform/model/from-env.ts';
import { createSearchEngine } from '../platform/search/from-env.ts';
import { createTelemetry } from '../platform/telemetry.ts';
import { parseTenantSigningKeys } from '../platform/tenant-signature.ts';
import { createThrottle } from '../platform/throttle.ts';
import { createRateWindows } from '../table/rate-windows.ts';
import { createSupportApp } from './app.ts';
import { createDynamoArticleRepository } from './article/repository.dynamo.ts';
import { createContactReader } from './contact.ts';
import { env as shape } from './env.ts';

const env = readEnv(shape);
const telemetry = createTelemetry('ai-support');
const table = { client: createDynamoDbClient(telemetry.tracer), tableName: env.TABLE_NAME };

const app = createSupportApp(
  {
    articlesOf: (tenantId) => createDynamoArticleRepository(table, tenantId),
    contactOf: createContactReader(table),
    search: await createSearchEngine(env),
    model: createLanguageModel(env),
    warn: (message, extra) => telemetry.logger.warn(message, extra),
  },
  {
    tenantKeys: parseTenantSigningKeys(env.TENANT_SIGNING_KEYS),
    throttle: createThrottle({ clock: systemClock, shared: createRateWindows(table) }),
    logger: telemetry.logger,
  },
);

export const handler = toStreamingHandler(app, telemetry);
