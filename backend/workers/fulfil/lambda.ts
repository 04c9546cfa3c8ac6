import { createDynamoDbClient, createS3Client, createSesClient } from '../../platform/clients.ts';
import { systemClock } from '../../platform/clock.ts';
import { readEnv } from '../../platform/env.ts';
import { createTelemetry } from '../../platform/telemetry.ts';
import { createQueueHandler } from '../queue-handler.ts';
import { env as shape } from './env.ts';
import { fulfilPaidOrder, tellOfRefund } from './fulfil.ts';
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

export const handler = createQueueHandler(telemetry, async (event) => {
  const invoices = createInvoices(table, event.tenantId, systemClock);
  if (event.type === 'order.paid') await fulfilPaidOrder(event.detail.orderId, { ...ports, invoices });
  if (event.type === 'order.refunded') await tellOfRefund(event.detail.orderId, { ...ports, invoices });
});
