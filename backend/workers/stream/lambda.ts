import type { Context, DynamoDBStreamEvent } from 'aws-lambda';
import { createEventBridgeClient } from '../../platform/clients.ts';
import { readEnv } from '../../platform/env.ts';
import { createEventPublisher } from '../../platform/events.ts';
import { observeInvocation } from '../../platform/lambda.ts';
import { createTelemetry } from '../../platform/telemetry.ts';
import { env as shape } from './env.ts';
import { handleRecords } from './handle-records.ts';

const env = readEnv(shape);
const telemetry = createTelemetry('worker-stream');
const publisher = createEventPublisher(createEventBridgeClient(telemetry.tracer), env.EVENT_BUS);

export const handler = (event: DynamoDBStreamEvent, context: Context) =>
  observeInvocation(telemetry, context, () =>
    handleRecords(event.Records, publisher, (error) => telemetry.logger.error('events were not published', { error })),
  );
