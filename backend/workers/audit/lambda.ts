import type { Context, SQSEvent } from 'aws-lambda';
import { createDynamoDbClient } from '../../platform/clients.ts';
import { readEnv } from '../../platform/env.ts';
import { observeInvocation } from '../../platform/lambda.ts';
import { createTelemetry } from '../../platform/telemetry.ts';
import { createAuditLog } from '../../table/audit-log.ts';
import { handleMessages } from '../queue.ts';
import { env as shape } from './env.ts';
import { toAuditEntry } from './to-audit-entry.ts';

const env = readEnv(shape);
const telemetry = createTelemetry('worker-audit');
const table = { client: createDynamoDbClient(telemetry.tracer), tableName: env.TABLE_NAME };

export const handler = (event: SQSEvent, context: Context) =>
  observeInvocation(telemetry, context, () =>
    handleMessages(
      event.Records,
      (domainEvent) => createAuditLog(table, domainEvent.tenantId).record(toAuditEntry(domainEvent)),
      (error, messageId) => telemetry.logger.error('not audited', { error, messageId }),
    ),
  );
