import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freePort } from '../../backend/local/engines/process.ts';
import { alive, npmCommand, type Command } from '../setup/npm-command.ts';
import { copySeededState } from '../setup/seeded-state.ts';
import { createShopper, productsOf, type Placed, type Shopper } from './shopper.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'tessera-killed-'));
let port: number;
let command: Command;

async function start(): Promise<void> {
  command = npmCommand(['start'], { PORT: String(port), TESSERA_STATE: path.join(folder, 'state') });
  await command.until(/Ready in/);
}

/** As a power cut does it: everything at once, nothing asked. */
async function kill(): Promise<void> {
  const processes = command.tree();
  for (const pid of processes) process.kill(pid, 'SIGKILL');
  await command.ended;
  await expect.poll(() => alive(processes)).toEqual([]);
}

beforeAll(async () => {
  port = await freePort();
  await copySeededState(path.join(folder, 'state'));
  await start();
});
afterAll(async () => {
  for (const pid of alive([command.pid])) process.kill(pid, 'SIGTERM');
  await command.ended;
  rmSync(folder, { recursive: true });
});

interface Purchase extends Placed {
  shopper: Shopper;
  tenantId: string;
  email: string;
}

const shops = ['aria', 'folio', 'lumen'];

async function place(tenantId: string): Promise<Purchase> {
  const shopper = createShopper(tenantId, () => port);
  const email = await shopper.signUp();
  const [product = ''] = productsOf(tenantId);
  return { shopper, tenantId, email, ...(await shopper.placeOrder(product, email)) };
}

/** What the payment server’s operator can do to webhooks: send them at once, or after some seconds. */
function setWebhooks(mode: 'deliver' | 'delay', delaySeconds = 30): Promise<number | undefined> {
  const body = new URLSearchParams({ mode, delaySeconds: String(delaySeconds) }).toString();
  const headers = { host: `pay.localhost:${port}`, 'content-type': 'application/x-www-form-urlencoded' };
  return new Promise((resolve, reject) => {
    const target = { host: '127.0.0.1', port, path: '/operator/policy', method: 'POST', headers };
    request(target, (answer) => {
      answer.resume().on('end', () => resolve(answer.statusCode));
    })
      .on('error', reject)
      .end(body);
  });
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

test('killed at every moment of a purchase and started again: one paid order, one right, one invoice, an empty cart', async () => {
  const purchases = await Promise.all([...shops, ...shops].map(place));
  const [unpaid, waiting, ...paying] = purchases;
  if (!unpaid || !waiting) throw new Error('nobody shops');

  expect(await setWebhooks('delay', 1)).toBe(303);
  await waiting.shopper.pay(waiting, waiting.email);
  expect(await setWebhooks('deliver')).toBe(303);
  // From the webhook on its way to the receipt being written: each is somewhere else when the end comes.
  for (const one of paying) {
    await one.shopper.pay(one, one.email);
    await pause(60);
  }
  await kill();
  await start();
  // Once more, while what was left over is worked off.
  await kill();
  await start();
  await unpaid.shopper.pay(unpaid, unpaid.email);

  await Promise.all(purchases.map(expectBoughtOnce));
  for (const { shopper, email } of [unpaid, waiting]) expect(await receiptsOf(shopper, email)).toHaveLength(1);
  for (const { shopper, email } of paying)
    await expect.poll(async () => (await receiptsOf(shopper, email)).length).toBeGreaterThan(0);
});

async function expectBoughtOnce({ shopper, tenantId, orderId }: Purchase): Promise<void> {
  // First without a look at the order itself, which would settle it: the webhook alone must be enough.
  await shopper.untilOwned(orderId);
  expect(await shopper.entitlementsOf(orderId)).toHaveLength(1);
  const order = await shopper.order(orderId);
  expect(order.state).toBe('paid');
  expect((await shopper.cart()).lines).toEqual([]);
  const [, next = ''] = productsOf(tenantId);
  await shopper.put(next, 1);
  await expect.poll(() => shopper.invoicesOf(orderId), { timeout: 20_000 }).toHaveLength(1);
  const { timeline } = await shopper.order(orderId);
  expect(timeline.map(({ what }) => what)).toEqual(['placed', 'paid', 'invoiced']);
  // Emptied once: what came after the purchase stays, whatever is delivered again.
  expect((await shopper.cart()).lines.map(({ productId }) => productId)).toEqual([next]);
}

const receiptsOf = async (shopper: Shopper, email: string) =>
  (await shopper.mailsTo(email)).filter(({ text }) => /\/library/.test(text));
