import type { DomainEvent } from '@tessera/contracts/events.ts';
import type { Context, SQSEvent } from 'aws-lambda';
import { createDynamoDbClient, createS3Client, createSesClient } from '../../platform/clients.ts';
import { systemClock } from '../../platform/clock.ts';
import { readEnv } from '../../platform/env.ts';
import { observeInvocation } from '../../platform/lambda.ts';
import { createTelemetry } from '../../platform/telemetry.ts';
import { handleMessages } from '../queue.ts';
import { env as shape } from './env.ts';
import { fulfilPaidOrder, tellOfRefund } from './fulfil.ts';
import { createCreditNotes } from './credit-notes.ts';
import { createInvoices } from './invoices.ts';
import { createAwsPorts } from './ports.aws.ts';

const env = readEnv(shape);
const telemetry = createTelemetry('worker-fulfil');
const table = { client: createDynamoDbClient(telemetry.tracer), tableName: env.TABLE_NAME };
const ports = createAwsPorts({
  s3: createS3Client(telemetry.tracer),
  ses: createSesClient(telemetry.tracer),
  assetsBucket: env.ASSETS_BUCKET,
  mailFrom: env.MAIL_FROM,
});

async function handle(event: DomainEvent): Promise<void> {
  const invoices = createInvoices(table, event.tenantId, systemClock);
  const creditNotes = createCreditNotes(table, event.tenantId, systemClock);
  if (event.type === 'order.paid') await fulfilPaidOrder(event.detail.orderId, { ...ports, invoices, creditNotes });
  if (event.type === 'order.refunded') await tellOfRefund(event.detail.orderId, { ...ports, invoices, creditNotes });
}

export const handler = (event: SQSEvent, context: Context) =>
  observeInvocation(telemetry, context, () =>
    handleMessages(event.Records, handle, (error, messageId) => {
      telemetry.logger.error('message failed', { error, messageId });
    }),
  );
