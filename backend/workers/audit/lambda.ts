import type { DomainEvent } from '@tessera/contracts/events.ts';
import type { Context, SQSEvent } from 'aws-lambda';
import { createDynamoDbClient } from '../../platform/clients.ts';
import { readEnv } from '../../platform/env.ts';
import { observeInvocation } from '../../platform/lambda.ts';
import { createTelemetry } from '../../platform/telemetry.ts';
import { createAuditLog } from '../../table/audit-log.ts';
import { handleTogether } from '../queue.ts';
import { env as shape } from './env.ts';
import { toAuditEntry } from './to-audit-entry.ts';

const env = readEnv(shape);
const telemetry = createTelemetry('worker-audit');
const table = { client: createDynamoDbClient(telemetry.tracer), tableName: env.TABLE_NAME };

export const handler = (event: SQSEvent, context: Context) =>
  observeInvocation(telemetry, context, () =>
    handleTogether(event.Records, record, (error, messageId) =>
      telemetry.logger.error('not audited', { error, messageId }),
    ),
  );

async function record(events: readonly DomainEvent[]): Promise<void> {
  for (const [tenantId, own] of Map.groupBy(events, (event) => event.tenantId))
    await createAuditLog(table, tenantId).recordAll(own.flatMap((event) => toAuditEntry(event) ?? []));
}
