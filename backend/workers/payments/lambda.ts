import type { Context, SQSEvent } from 'aws-lambda';
import { createTableTaxProvider } from '@tessera/commerce/tax/table-tax-provider.ts';
import type { DomainEvent } from '@tessera/contracts/events.ts';
import { createScopes } from '../../checkout/deps.ts';
import { reconcile } from '../../checkout/payment/reconcile.ts';
import { createStripe } from '../../checkout/payment/stripe-client.ts';
import { handlePaymentEvent } from '../../checkout/webhook/handle-event.ts';
import { createInbox } from '../../checkout/webhook/inbox.ts';
import { createDynamoDbClient } from '../../platform/clients.ts';
import { systemClock } from '../../platform/clock.ts';
import { readEnv } from '../../platform/env.ts';
import { newId } from '../../platform/ids.ts';
import { observeInvocation } from '../../platform/lambda.ts';
import { createTelemetry } from '../../platform/telemetry.ts';
import { handleMessages } from '../queue.ts';
import { env as shape } from './env.ts';

const env = readEnv(shape);
const telemetry = createTelemetry('worker-payments');
const table = { client: createDynamoDbClient(telemetry.tracer), tableName: env.TABLE_NAME };
const stripe = createStripe({ secretKey: env.STRIPE_SECRET_KEY, apiBase: env.STRIPE_API_BASE });
const scopeOf = createScopes({ table, stripe, taxes: createTableTaxProvider(), clock: systemClock, newId });
const inbox = createInbox(table, systemClock);

async function handle(event: DomainEvent): Promise<void> {
  if (event.type === 'payment.event-received') await handlePaymentEvent(event.detail.eventId, { inbox, scopeOf });
  if (event.type === 'refund.requested' || event.type === 'dispute.answer-requested')
    await reconcile(scopeOf(event.tenantId), event.detail.orderId);
}

export const handler = (event: SQSEvent, context: Context) =>
  observeInvocation(telemetry, context, () =>
    handleMessages(event.Records, handle, (error, messageId) => {
      telemetry.logger.error('message failed', { error, messageId });
    }),
  );
