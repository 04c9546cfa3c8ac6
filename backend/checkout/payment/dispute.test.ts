import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { balanceOf } from '@tessera/commerce/tokens/wallet.ts';
import type { DisputeRecord } from '../../table/dispute-record.ts';
import { createWalletEntity } from '../../table/wallet.ts';
import { WalletRecord } from '../../table/wallet-record.ts';
import { createEntitlementEntity } from '../../table/entitlement.ts';
import { submit } from '../../local/stripe/testing.ts';
import { writeRefund } from '../testing/refunds.ts';
import { album, startWorld, tokens, type World } from '../testing/world.ts';
import { decideDispute } from './decide-dispute.ts';
import { reconcile } from './reconcile.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());
beforeEach(() => {
  world.receiver.received.length = 0;
});

const settle = (orderId: string) => reconcile(world.scope('aria'), orderId);
const rightOf = async (userId: string) =>
  (await createEntitlementEntity(world.table).query.ofUser({ tenantId: 'aria', userId }).go()).data[0]?.state;
const operate = (path: string, form: Record<string, string> = {}) =>
  submit(`${world.payment.origin}/operator/${path}`, form);

test.each([
  ['won', 'paid', 'granted'],
  ['lost', 'refunded', 'revoked'],
] as const)(
  'disputed by webhook: rights rest, no refund is taken, and with %s it is %s',
  async (outcome, state, right) => {
    const user = `usr_${outcome}`;
    const { url, orderId } = await world.placed('aria', user, album);
    await world.pay(url, '4000000000002685');
    for (const { payload, signature } of await world.waitForEvents('charge.dispute.created')) {
      await world.deliver(payload, signature);
      await world.handle(JSON.parse(payload).id);
    }
    const order = await world.scope('aria').orders.find(orderId);
    expect(order).toMatchObject({
      state: 'disputed',
      dispute: {
        status: 'needs_response',
        reason: 'product_not_received',
        amountMinor: '1383',
        dueBy: expect.any(String),
      },
    });
    expect(await rightOf(user)).toBe('suspended');
    await expect(writeRefund(world, orderId, { products: [album] })).rejects.toThrow('disputed');
    await operate(`disputes/${order?.dispute?.id}/close`, { outcome });
    expect((await settle(orderId))?.state).toBe(state);
    expect(await rightOf(user)).toBe(right);
  },
);

test('what the shop says is given to the bank once', async () => {
  const user = 'usr_evidence';
  const { url, orderId } = await world.placed('aria', user, album);
  await world.pay(url, '4000000000000259');
  const order = await settle(orderId);
  if (!order?.dispute) throw new Error('not disputed');
  const evidence = {
    customerName: 'Ada',
    customerEmail: 'ada@example.com',
    billingAddress: '1 Main St',
    productDescription: 'Night Ferry',
    serviceDate: '2026-01-01',
    accessLog: 'Downloaded twice.',
    text: 'She has it.',
  };
  const dispute = { ...order.dispute, evidence, requestedAt: world.clock().toISOString() };
  await world.scope('aria').orders.change(order, { set: { dispute } });
  const results = await Promise.all([settle(orderId), settle(orderId)]);
  expect(results.at(-1)?.state).toBe('disputed');
  expect(await settle(orderId)).toMatchObject({ dispute: { status: 'under_review', sentAt: expect.any(String) } });
  expect(await world.stripe.disputes.retrieve(dispute.id)).toMatchObject({
    evidence: { customer_name: 'Ada', access_activity_log: 'Downloaded twice.', uncategorized_text: 'She has it.' },
    evidence_details: { submission_count: 1 },
  });
});

test('a refund that the bank sends back opens its amount and gives the right back', async () => {
  const user = 'usr_sent-back';
  const { url, orderId } = await world.placed('aria', user, album);
  await world.pay(url);
  await settle(orderId);
  await writeRefund(world, orderId, { products: [album] });
  expect((await settle(orderId))?.state).toBe('refunded');
  expect(await rightOf(user)).toBe('revoked');
  const order = await world.scope('aria').orders.find(orderId);
  const [refund] = order ? await world.scope('aria').orders.refundsOf(order) : [];
  await operate(`refunds/${refund?.providerId}/fail`);
  expect(await settle(orderId)).toMatchObject({ state: 'paid', refundedMinor: '0' });
  expect(await rightOf(user)).toBe('granted');
  await writeRefund(world, orderId, { products: [album] });
  expect((await settle(orderId))?.state).toBe('refunded');
});

test('tokens that a lost claim took come back when the bank changes its mind', async () => {
  const user = 'usr_appeal';
  await world.set('aria', tokens, 3, { user });
  const { url, orderId } = await (await world.checkout('aria', user)).json();
  await world.pay(url, '4000000000000259');
  await settle(orderId);
  const { orders } = world.scope('aria');
  const wallet = async () => {
    const { data } = await createWalletEntity(world.table).get({ tenantId: 'aria', userId: user }).go();
    return data ? balanceOf(WalletRecord.parse(data).wallet, world.clock().toISOString()) : 0;
  };
  const dispute = async (status: DisputeRecord['status']) => {
    const order = await orders.find(orderId);
    if (!order?.dispute) throw new Error('not disputed');
    const decision = decideDispute(order, await orders.refundsOf(order), { ...order.dispute, status });
    if (decision?.do !== 'change') throw new Error(`nothing follows from ${status}`);
    return orders.change(order, decision.change);
  };
  expect(await wallet()).toBe(0);
  await dispute('lost');
  expect(await orders.find(orderId)).toMatchObject({ state: 'refunded', withdrawn: [{ tokens: 30 }] });
  expect(await wallet()).toBe(0);
  await dispute('under_review');
  expect((await orders.find(orderId))?.state).toBe('disputed');
  await dispute('won');
  expect(await orders.find(orderId)).toMatchObject({ state: 'paid', withdrawn: [] });
  expect(await wallet()).toBe(30);
});
