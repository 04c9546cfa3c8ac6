import { trialBalance } from '@tessera/commerce/ledger/trial-balance.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { album, ebook, startWorld, type World } from '../../checkout/testing/world.ts';
import { sessionParams } from '../../local/stripe/testing.ts';
import { createPaymentSessionEntity } from '../../table/payment-session.ts';
import { monthsBetween, readLedger } from '../../table/ledger-reader.ts';
import { sweepBalance } from './sweep-balance.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

async function booksOf(tenantId: string) {
  const now = world.clock().toISOString().slice(0, 7);
  const entries = await readLedger(world.table, tenantId, monthsBetween('2026-01', now));
  const { accounts, differences } = trialBalance(entries);
  const balances = Object.fromEntries(accounts.map(({ account, balanceMinor }) => [account, balanceMinor]));
  return { entries, balances, differences: [...differences.values()] };
}

async function buy(tenantId: string, user: string, productId: string): Promise<string> {
  const { url, orderId } = await world.placed(tenantId, user, productId);
  await world.pay(url);
  expect((await world.order(tenantId, user, orderId)).state).toBe('paid');
  return orderId;
}

test('a sale is booked with its payment, once, and the buyer owes nothing any more', async () => {
  const orderId = await buy('aria', 'usr_books', album);
  const order = await world.order('aria', 'usr_books', orderId);
  const total = BigInt(order.totals.total.amountMinor);
  const tax = BigInt(order.totals.tax.amountMinor);
  expect(tax).toBeGreaterThan(0n);
  expect((await booksOf('aria')).balances).toEqual({
    buyer_receivable: total,
    'tax_payable:US-WA': -tax,
    'creator:aria:pending': tax - total,
  });

  const swept = await Promise.all([sweepBalance(world), sweepBalance(world)]);
  expect(swept.reduce((sum, { booked }) => sum + booked, 0)).toBe(1);
  expect(await sweepBalance(world)).toEqual({ booked: 0, unmatched: [] });
  const { balances, differences, entries } = await booksOf('aria');
  expect(balances['buyer_receivable']).toBe(0n);
  expect((balances['psp_clearing'] ?? 0n) + (balances['psp_fee'] ?? 0n)).toBe(total);
  expect(differences).toEqual([0n]);
  expect(entries.map((entry) => entry.orderId)).toEqual([orderId, orderId]);
});

test('a refund of the dashboard comes to the same on both sides; another shop’s books know nothing of it', async () => {
  const before = (await booksOf('aria')).balances;
  const orderId = await buy('folio', 'usr_back', ebook);
  await sweepBalance(world);
  const intent = (await world.scope('folio').orders.find(orderId))?.paymentIntentId ?? '';
  await world.stripe.refunds.create({ payment_intent: intent, amount: 400 });
  await sweepBalance(world);
  // The provider has given back what the shop does not know of yet.
  expect((await booksOf('folio')).balances['buyer_receivable']).toBe(400n);
  await world.waitForEvents('charge.refunded');
  for (const { payload, signature } of world.receiver.received) await world.deliver(payload, signature);
  for (const { payload } of world.receiver.received) await world.handle((JSON.parse(payload) as { id: string }).id);
  const { balances, differences } = await booksOf('folio');
  expect(balances['buyer_receivable']).toBe(0n);
  expect(balances['creator:folio:pending']).toBeLessThan(0n);
  expect(differences).toEqual([0n]);
  expect((await booksOf('aria')).balances).toEqual(before);
});

test('a dispute that is lost costs the shop what the bank took, and nothing waits any more', async () => {
  const { url, orderId } = await world.placed('folio', 'usr_claims', ebook);
  await world.pay(url, '4000000000000259');
  const settle = async () => {
    await world.waitForEvents('charge.dispute.created');
    for (const { payload, signature } of world.receiver.received) await world.deliver(payload, signature);
    for (const { payload } of world.receiver.received) await world.handle((JSON.parse(payload) as { id: string }).id);
    await sweepBalance(world);
    return (await booksOf('folio')).balances;
  };
  const before = (await booksOf('folio')).balances['creator:folio:pending'] ?? 0n;
  const held = await settle();
  const total = BigInt((await world.order('folio', 'usr_claims', orderId)).totals.total.amountMinor);
  expect(held['dispute_hold']).toBe(total);
  const [dispute] = (await world.stripe.disputes.list({ limit: 1 })).data;
  await world.stripe.disputes.update(dispute?.id ?? '', {
    evidence: { uncategorized_text: 'losing_evidence' },
    submit: true,
  });
  await world.waitForEvents('charge.dispute.closed');
  const lost = await settle();
  expect(lost['dispute_hold']).toBe(0n);
  expect(lost['buyer_receivable']).toBe(0n);
  // The sale had credited the net; the bank took the gross.
  expect(lost['creator:folio:pending']).toBeGreaterThan(before);
  expect((await booksOf('folio')).differences).toEqual([0n]);
});

test('money whose order comes to be known later is booked then, and holds up nothing until it is', async () => {
  const session = await world.stripe.checkout.sessions.create(sessionParams());
  await world.pay(session.url ?? '');
  const before = await sweepBalance(world);
  expect(before).toEqual({ booked: 0, unmatched: [expect.stringMatching(/^txn_/)] });
  const paid = await world.stripe.checkout.sessions.retrieve(session.id);
  const sessions = createPaymentSessionEntity(world.table);
  await sessions.put({ providerId: String(paid.payment_intent), tenantId: 'folio', orderId: 'ord_later' }).go();
  world.time.offsetMs += 3600_000;
  expect(await sweepBalance(world)).toEqual({ booked: 1, unmatched: [] });
  expect((await booksOf('folio')).balances['buyer_receivable']).toBe(-1299n);
  world.time.offsetMs += 3600_000;
  expect(await sweepBalance(world)).toEqual({ booked: 0, unmatched: [] });
});

test('months', () => {
  expect(monthsBetween('2025-11', '2026-02')).toEqual(['2025-11', '2025-12', '2026-01', '2026-02']);
  expect(monthsBetween('2026-03', '2026-02')).toEqual([]);
});
