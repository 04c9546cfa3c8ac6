import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { createTableTaxProvider } from '@tessera/commerce/tax/table-tax-provider.ts';
import { TenantId } from '@tessera/contracts/ids.ts';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createScopes } from '../../../backend/checkout/deps.ts';
import { createStripe } from '../../../backend/checkout/payment/stripe-client.ts';
import { putProduct } from '../../../backend/checkout/testing/seed.ts';
import { putShops } from '../../../backend/checkout/testing/shops.ts';
import { createInbox } from '../../../backend/checkout/webhook/inbox.ts';
import { startDynamo } from '../../../backend/local/engines/dynamo.ts';
import { secretKey, startHarness, startReceiver, webhookSecret } from '../../../backend/local/stripe/testing.ts';
import { newId } from '../../../backend/platform/ids.ts';
import { tableDefinition } from '../../../backend/table/definition.ts';
import { bundleFunction } from './bundle.ts';
import { FunctionPool, type Outcome } from './function-pool.ts';
import type { FaultPlan } from './fault-plan.ts';
import type { Task } from './protocol.ts';

export const tenantIds = ['aria', 'folio'] as const;
export const limited = 'prd_limited';

export interface WorldOptions {
  faults: FaultPlan;
  /** Processes that take tasks at the same time. */
  processes: number;
  /** Pieces of the limited edition. */
  stock: number;
}

export type World = Awaited<ReturnType<typeof startWorld>>;

/** Two shops over a real table and a payment server; what serves them are processes that die. */
export async function startWorld({ faults, processes, stock }: WorldOptions) {
  const folder = await mkdtemp(path.join(tmpdir(), 'tessera-purchases-'));
  const dynamo = await startDynamo();
  const table = { client: clientOf(dynamo.endpoint), tableName: 'purchases' };
  await table.client.send(new CreateTableCommand({ TableName: table.tableName, ...tableDefinition }));
  await putShops(table);
  await putProduct(table, {
    tenantId: 'aria',
    productId: limited,
    title: 'Limited edition',
    taxCode: 'txcd_99999999',
    maxQuantity: 2,
    stock,
    prices: { USD: '2900' },
  });

  const time = { aheadMs: 0 };
  const nowMs = () => Date.now() + time.aheadMs;
  const clock = () => new Date(nowMs());
  const receiver = await startReceiver();
  const payment = await startHarness({ webhookUrl: receiver.url, nowMs });
  const stripe = createStripe({ secretKey, apiBase: payment.origin });
  const scopeOf = createScopes({ table, stripe, taxes: createTableTaxProvider(), clock, newId });
  const pool = new FunctionPool(
    await bundleFunction(folder),
    { dynamoEndpoint: dynamo.endpoint, tableName: table.tableName, stripeOrigin: payment.origin },
    processes,
  );

  /** One invocation, which may die by plan. */
  async function invoke(task: Task, attempt: number): Promise<Outcome> {
    const fault = faults.next(task, attempt);
    const outcome = await pool.invoke({ task, nowMs: nowMs(), fault });
    faults.sawCalls(task, 'killed' in outcome ? outcome.killed : outcome.calls);
    if ('killed' in outcome && fault) faults.sawKill(task, outcome.killed.at(-1) ?? '', fault.when);
    return outcome;
  }

  return {
    table,
    stripe,
    payment,
    receiver,
    stock,
    inbox: createInbox(table, clock),
    scope: (tenantId: string) => scopeOf(TenantId.parse(tenantId)),
    invoke,
    sign: (payload: string) =>
      stripe.webhooks.generateTestHeaderString({
        payload,
        secret: webhookSecret,
        timestamp: Math.floor(nowMs() / 1000),
      }),
    /** `2026-11`, of the world’s clock. */
    month: () => clock().toISOString().slice(0, 7),
    /** Moves the clock of all: shops, functions and the payment server. */
    pass(ms: number) {
      time.aheadMs += ms;
    },
    async stop() {
      await pool.stop();
      await payment.server.stop();
      await receiver[Symbol.asyncDispose]();
      table.client.destroy();
      await dynamo.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

const clientOf = (endpoint: string) =>
  new DynamoDBClient({
    endpoint,
    region: 'eu-central-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
