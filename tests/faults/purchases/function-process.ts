/**
 * The checkout slice, its worker and its sweeper as a process that can be killed: one task at a time, as a function's instance has it.
 * Every outbound call is counted where Node makes it, whatever SDK asked for it.
 */
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { createTableTaxProvider } from '@tessera/commerce/tax/table-tax-provider.ts';
import { headers } from '@tessera/contracts/http.ts';
import { TenantId } from '@tessera/contracts/ids.ts';
import { subscribe } from 'node:diagnostics_channel';
import { writeSync } from 'node:fs';
import type { ClientRequest } from 'node:http';
import { createScopes } from '../../../backend/checkout/deps.ts';
import { createStripe } from '../../../backend/checkout/payment/stripe-client.ts';
import { createTestApp, signedRequest } from '../../../backend/checkout/testing/app.ts';
import { handlePaymentEvent } from '../../../backend/checkout/webhook/handle-event.ts';
import { createInbox } from '../../../backend/checkout/webhook/inbox.ts';
import { secretKey } from '../../../backend/local/stripe/testing-keys.ts';
import { newId } from '../../../backend/platform/ids.ts';
import { sweepBalance } from '../../../backend/workers/sweep/sweep-balance.ts';
import { sweepEvents } from '../../../backend/workers/sweep/sweep-events.ts';
import { sweepOrders } from '../../../backend/workers/sweep/sweep-orders.ts';
import { sweepRefunds } from '../../../backend/workers/sweep/sweep-refunds.ts';
import { callName } from './call-name.ts';
import type { Answer, Fault, FunctionConfig, Invocation, Task } from './protocol.ts';

// Our own parent wrote it.
const config = JSON.parse(process.argv[2] ?? '') as FunctionConfig;
const client = new DynamoDBClient({
  endpoint: config.dynamoEndpoint,
  region: 'eu-central-1',
  credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
});
const table = { client, tableName: config.tableName };
let aheadMs = 0;
const clock = () => new Date(Date.now() + aheadMs);
const stripe = createStripe({ secretKey, apiBase: config.stripeOrigin });
const deps = { table, stripe, taxes: createTableTaxProvider(), clock, newId };
const app = createTestApp(deps);
const scopeOf = createScopes(deps);
const inbox = createInbox(table, clock);
const handle = (eventId: string) => handlePaymentEvent(eventId, { inbox, scopeOf });

let fault: Fault | undefined;
let calls: ClientRequest[] = [];

subscribe('http.client.request.created', (message) => {
  const { request } = message as { request: ClientRequest };
  calls.push(request);
  if (fault?.when === 'before' && isWanted(request, fault)) die(request);
});
subscribe('http.client.response.finish', (message) => {
  const { request } = message as { request: ClientRequest };
  if (fault?.when === 'after' && isWanted(request, fault)) die(request);
});

function isWanted(request: ClientRequest, { call, nth }: Fault): boolean {
  const counted = call === undefined ? calls : calls.filter((other) => callName(other) === call);
  return counted.indexOf(request) === nth - 1;
}

/** What it had called, the fatal call last, is out before the end comes: a write to a pipe is done when it returns. */
function die(at: ClientRequest): void {
  writeSync(1, JSON.stringify([...calls.filter((call) => call !== at), at].map(callName)));
  process.kill(process.pid, 'SIGKILL');
}

async function perform(task: Task): Promise<{ status: number; body: string }> {
  switch (task.do) {
    case 'request': {
      const { tenantId, path, method, user, body, key } = task;
      const init = {
        method,
        user,
        headers: key === undefined ? {} : { 'idempotency-key': key },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      };
      return read(await app.request(path, signedRequest(tenantId, init, clock())));
    }
    case 'deliver':
      return read(
        await app.request('/api/webhooks/stripe', {
          method: 'POST',
          body: task.payload,
          headers: { [headers.csrf]: '1', host: 'id.localhost:8080', 'stripe-signature': task.signature },
        }),
      );
    case 'handle':
      await handle(task.eventId);
      return { status: 200, body: '' };
    case 'sweep': {
      const swept = await sweepOrders(scopeOf(TenantId.parse(task.tenantId)));
      await sweepRefunds(scopeOf(TenantId.parse(task.tenantId)));
      await sweepBalance({ table, stripe, inbox, clock });
      const events = await sweepEvents({ table, stripe, inbox, clock, handle });
      return { status: 200, body: JSON.stringify({ ...swept, ...events }) };
    }
  }
}

const read = async (response: Response) => ({ status: response.status, body: await response.text() });

process.on('message', (invocation: Invocation) => {
  aheadMs = invocation.nowMs - Date.now();
  fault = invocation.fault;
  calls = [];
  void perform(invocation.task).then(
    (answer) => reply(answer),
    (error: unknown) => reply({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  );
});

function reply(answer: { status: number; body: string } | { error: string }): void {
  fault = undefined;
  process.send?.({ ...answer, calls: calls.map(callName) } satisfies Answer);
}

process.once('disconnect', () => process.exit(0));
process.send?.('ready');
