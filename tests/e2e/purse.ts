import type { Cart } from '@tessera/contracts/api/checkout.ts';
import type { EntitlementView, InvoiceView } from '@tessera/contracts/api/library.ts';
import { ask } from './ask.ts';
import { expect } from './fixtures.ts';
import type { Customer } from './new-customer.ts';

/** What a cart comes to, without what changes by looking at it. */
export async function cartOf(customer: Customer) {
  const { lines, totals, itemCount } = await customer.read<Cart>('/api/cart');
  return { lines: lines.map(({ productId, quantity }) => ({ productId, quantity })), total: totals.total, itemCount };
}

export const entitlementsOf = async (customer: Customer): Promise<EntitlementView[]> =>
  (await customer.read<{ items: EntitlementView[] }>('/api/me/entitlements?limit=100')).items;

export const invoicesOf = async (customer: Customer): Promise<InvoiceView[]> =>
  (await customer.read<{ items: InvoiceView[] }>('/api/me/invoices?limit=100')).items;

export async function putInCart(customer: Customer, productId: string, quantity = 1): Promise<void> {
  const answer = await customer.ask('/api/cart', { body: { op: 'set', productId, quantity } });
  expect(answer.status, answer.text).toBe(200);
}

/** Waits until the purchase is settled, and says what it came to. */
export async function settled(
  customer: Customer,
  entitlements: number,
): Promise<{ orders: string[]; works: string[] }> {
  await expect.poll(async () => (await entitlementsOf(customer)).length, { timeout: 20_000 }).toBe(entitlements);
  await expect.poll(async () => (await invoicesOf(customer)).length, { timeout: 20_000 }).toBeGreaterThan(0);
  const [invoices, owned] = [await invoicesOf(customer), await entitlementsOf(customer)];
  return { orders: invoices.map(({ orderId }) => orderId), works: owned.map(({ workId }) => workId).sort() };
}

/** The payment provider sends every event of this payment page ten times more, as its operator can make it. */
export async function replayWebhooks(since: string): Promise<number> {
  const events = await eventIds();
  const fresh = events.slice(0, events.indexOf(since) === -1 ? events.length : events.indexOf(since));
  for (const id of fresh) {
    const answer = await ask('pay.localhost', `/operator/events/${id}`, {
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin: payOrigin() },
      body: 'act=duplicate',
    });
    expect(answer.status).toBe(303);
  }
  return fresh.length;
}

/** Ids of the latest events, the newest first. */
export async function eventIds(): Promise<string[]> {
  const { text } = await ask('pay.localhost', '/operator/events');
  return [...new Set([...text.matchAll(/\/operator\/events\/(evt_\w+)/g)].map(([, id]) => id ?? ''))];
}

/** Waits until the operator's page shows no webhook under way any more. */
export const untilDelivered = (): Promise<void> =>
  expect
    .poll(async () => (await ask('pay.localhost', '/operator/events')).text.match(/>(pending|waiting)</g) ?? [], {
      timeout: 30_000,
    })
    .toEqual([]);

const payOrigin = (): string => `http://pay.localhost:${process.env['TESSERA_PORT']}`;
