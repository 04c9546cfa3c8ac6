import type { Context, SQSEvent } from 'aws-lambda';
import { createDynamoDbClient, createS3Client } from '../../platform/clients.ts';
import { systemClock } from '../../platform/clock.ts';
import { readEnv } from '../../platform/env.ts';
import { observeInvocation } from '../../platform/lambda.ts';
import { createTelemetry } from '../../platform/telemetry.ts';
import { handleMessages } from '../queue.ts';
import { env as shape } from './env.ts';
import { createImportPorts } from './ports.aws.ts';
import { runImport } from './run-import.ts';

const env = readEnv(shape);
const telemetry = createTelemetry('worker-import');
const world = {
  table: { client: createDynamoDbClient(), tableName: env.TABLE_NAME },
  s3: createS3Client(telemetry.tracer),
  mediaBucket: env.MEDIA_BUCKET,
  uploadsBucket: env.UPLOADS_BUCKET,
  clock: systemClock,
};

export const handler = (delivery: SQSEvent, context: Context) =>
  observeInvocation(telemetry, context, () =>
    handleMessages(
      delivery.Records,
      async (event) => {
        if (event.type !== 'import.requested') return;
        await runImport(event.detail.jobId, createImportPorts(world, event.tenantId));
      },
      (error, messageId) => telemetry.logger.error('not imported', { error, messageId }),
    ),
  );
