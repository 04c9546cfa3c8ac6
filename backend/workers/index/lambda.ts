import type { Context, SQSEvent } from 'aws-lambda';
import { createDynamoDbClient } from '../../platform/clients.ts';
import { systemClock } from '../../platform/clock.ts';
import { readEnv } from '../../platform/env.ts';
import { observeInvocation } from '../../platform/lambda.ts';
import { createLanguageModel } from '../../platform/model/from-env.ts';
import { createSearchEngine } from '../../platform/search/from-env.ts';
import { createTelemetry } from '../../platform/telemetry.ts';
import { handleTogether } from '../queue.ts';
import { env as shape } from './env.ts';
import { createIndexer } from './index-event.ts';

const env = readEnv(shape);
const telemetry = createTelemetry('worker-index');
const index = createIndexer({
  table: { client: createDynamoDbClient(telemetry.tracer), tableName: env.TABLE_NAME },
  search: createSearchEngine(env),
  model: createLanguageModel(env),
  clock: systemClock,
});

export const handler = (event: SQSEvent, context: Context) =>
  observeInvocation(telemetry, context, () =>
    handleTogether(event.Records, index, (error, messageId) =>
      telemetry.logger.error('not indexed', { error, messageId }),
    ),
  );
