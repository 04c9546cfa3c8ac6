import { createTableTaxProvider } from '@tessera/commerce/tax/table-tax-provider.ts';
import { TenantId } from '@tessera/contracts/ids.ts';
import { createScopes } from '../../checkout/deps.ts';
import { createSliceRegistry } from '../../composition/registry/slice-registry.ts';
import { handlePaymentEvent } from '../../checkout/webhook/handle-event.ts';
import { createInbox } from '../../checkout/webhook/inbox.ts';
import { createStripe } from '../../checkout/payment/stripe-client.ts';
import { versionedSlices } from '../../functions.ts';
import { createDynamoDbClient } from '../../platform/clients.ts';
import { systemClock } from '../../platform/clock.ts';
import { readEnv } from '../../platform/env.ts';
import { newId } from '../../platform/ids.ts';
import { observeInvocation } from '../../platform/lambda.ts';
import { createTelemetry } from '../../platform/telemetry.ts';
import { createTenantProfileEntity } from '../../table/tenant-profile.ts';
import { env as shape } from './env.ts';
import { sweepBalance } from './sweep-balance.ts';
import { sweepEvents } from './sweep-events.ts';
import { sweepSlices } from './sweep-slices.ts';
import { sweepOrders } from './sweep-orders.ts';
import { sweepRefunds } from './sweep-refunds.ts';
import { sweepSubscriptions } from './sweep-subscriptions.ts';

const env = readEnv(shape);
const telemetry = createTelemetry('worker-sweep');
const table = { client: createDynamoDbClient(telemetry.tracer), tableName: env.TABLE_NAME };
const stripe = createStripe({ secretKey: env.STRIPE_SECRET_KEY, apiBase: env.STRIPE_API_BASE });
const scopeOf = createScopes({ table, stripe, taxes: createTableTaxProvider(), clock: systemClock, newId });
const inbox = createInbox(table, systemClock);
const handle = (eventId: string) => handlePaymentEvent(eventId, { inbox, scopeOf });
const profiles = createTenantProfileEntity(table);

/** One shop's trouble is no other's, and no kind of sweep waits for another: what fails is logged and made up for by the next run. */
async function attempt<T>(what: string, sweep: () => Promise<T>, tenant?: string): Promise<T | undefined> {
  try {
    return await sweep();
  } catch (error) {
    telemetry.logger.error(`${what} failed`, { error, ...(tenant === undefined ? {} : { tenant }) });
    return undefined;
  }
}

async function sweepTenant(tenant: string): Promise<void> {
  const scope = scopeOf(TenantId.parse(tenant));
  const orders = await attempt('sweep of orders', () => sweepOrders(scope), tenant);
  const subscriptions = await attempt('sweep of subscriptions', () => sweepSubscriptions(scope), tenant);
  const refunds = await attempt('sweep of refunds', () => sweepRefunds(scope), tenant);
  const result = { ...orders, ...subscriptions, ...refunds };
  if (Object.values(result).some((count) => count > 0)) telemetry.logger.info('orders swept', { tenant, ...result });
}

export const handler = (_: unknown, context: { awsRequestId: string; functionName: string }) =>
  observeInvocation(telemetry, context, async () => {
    const { data } = await profiles.query.tenants({}).go({ pages: 'all' });
    for (const { tenantId } of data) await sweepTenant(tenantId);
    const balance = await attempt('sweep of the balance', () =>
      sweepBalance({ table, stripe, inbox, clock: systemClock }),
    );
    if (balance && balance.booked > 0) telemetry.logger.info('movements booked', { booked: balance.booked });
    if (balance && balance.unmatched.length > 0)
      telemetry.logger.warn('movements without an order', { unmatched: balance.unmatched });
    const events = await attempt('sweep of events', () =>
      sweepEvents({ table, stripe, inbox, clock: systemClock, handle }),
    );
    if (events && events.found + events.resolved + events.unresolved.length > 0)
      telemetry.logger.warn('payment events were late', { ...events });
    const { retired } = await sweepSlices(createSliceRegistry(table), Object.keys(versionedSlices), systemClock());
    if (retired.length > 0) telemetry.logger.info('slices retired', { retired });
  });
