import { balanceOf } from '@tessera/commerce/tokens/wallet.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sweepRefunds } from '../../workers/sweep/sweep-refunds.ts';
import { createEntitlementEntity } from '../../table/entitlement.ts';
import { createWalletEntity } from '../../table/wallet.ts';
import { WalletRecord } from '../../table/wallet-record.ts';
import { maxLines } from '../cart/cart.ts';
import { writeRefund } from '../testing/refunds.ts';
import { putProduct, stockOf } from '../testing/seed.ts';
import { album, startWorld, tokens, vinyl, type World } from '../testing/world.ts';
import { reconcile } from './reconcile.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

/** A paid order of these products. */
async function bought(user: string, ...products: string[]): Promise<string> {
  for (const product of products) await world.set('aria', product, 1, { user });
  const { url, orderId } = await (await world.checkout('aria', user)).json();
  await world.pay(url);
  expect((await world.order('aria', user, orderId)).state).toBe('paid');
  return orderId;
}

const settle = (orderId: string) => reconcile(world.scope('aria'), orderId);
const rightsOf = async (userId: string) => {
  const { data } = await createEntitlementEntity(world.table).query.ofUser({ tenantId: 'aria', userId }).go();
  return Object.fromEntries(data.map(({ productId, orderId, state }) => [`${orderId} ${productId}`, state]));
};
const refundsAtProvider = async (orderId: string) => {
  const order = await world.scope('aria').orders.find(orderId);
  const { data } = await world.stripe.refunds.list({ payment_intent: order?.paymentIntentId ?? '' });
  return data.map(({ amount, metadata }) => [amount, metadata?.['refund']]);
};

test('one line of two: its right is taken, the other stays, and the tax goes with it', async () => {
  const orderId = await bought('usr_part', album, vinyl);
  await writeRefund(world, orderId, { products: [album] });
  const order = await settle(orderId);
  expect(order).toMatchObject({ state: 'partially_refunded', refundedMinor: '1383' });
  expect(await rightsOf('usr_part')).toEqual({
    [`${orderId} ${album}`]: 'revoked',
    [`${orderId} ${vinyl}`]: 'granted',
  });
  expect(await refundsAtProvider(orderId)).toEqual([[1383, `refund:${orderId}:1`]]);
  expect((await world.order('aria', 'usr_part', orderId)).givenBack).toMatchObject([
    { amount: { amountMinor: '1383', currency: 'USD' } },
  ]);
  await writeRefund(world, orderId, { amountMinor: BigInt(order?.totalMinor ?? 0) - 1383n });
  expect(await settle(orderId)).toMatchObject({ state: 'refunded', refundedMinor: order?.totalMinor });
  expect(Object.values(await rightsOf('usr_part'))).toEqual(['revoked', 'revoked']);
});

test('bought twice, refunded once: the other right to the same product lives on', async () => {
  const [first, second] = [await bought('usr_twice', album), await bought('usr_twice', album)];
  await writeRefund(world, first, { products: [album] });
  await settle(first);
  expect(await rightsOf('usr_twice')).toEqual({ [`${first} ${album}`]: 'revoked', [`${second} ${album}`]: 'granted' });
});

test('a crash before the provider was asked, and one after: the sweeper comes to one refund, even after days', async () => {
  const [before, after] = [await bought('usr_crash', album), await bought('usr_crash', album)];
  await writeRefund(world, before, { products: [album] });
  await writeRefund(world, after, { products: [album] });
  const scope = world.scope('aria');
  const order = await scope.orders.find(after);
  const [refund] = order ? await scope.orders.refundsOf(order) : [];
  if (!refund) throw new Error('no refund');
  await scope.payments.refunds.ask(order?.paymentIntentId ?? '', refund);
  expect(await sweepRefunds(scope)).toEqual({ refunded: 0 });
  world.time.offsetMs += 3 * 24 * 3600_000;
  const results = await Promise.all([sweepRefunds(scope), sweepRefunds(scope), settle(before), settle(after)]);
  expect(results).toHaveLength(4);
  for (const orderId of [before, after]) {
    expect(await refundsAtProvider(orderId)).toEqual([[1383, `refund:${orderId}:1`]]);
    expect((await scope.orders.find(orderId))?.state).toBe('refunded');
  }
  expect(await sweepRefunds(scope)).toEqual({ refunded: 0 });
});

test('what the provider refuses has failed, and can be refunded again', async () => {
  const orderId = await bought('usr_refused', album);
  await writeRefund(world, orderId, { products: [album] });
  const order = await world.scope('aria').orders.find(orderId);
  await world.stripe.refunds.create({ payment_intent: order?.paymentIntentId ?? '', amount: 1000 });
  expect(await settle(orderId)).toMatchObject({ state: 'partially_refunded', refundedMinor: '1000' });
  const known = order ? await world.scope('aria').orders.refundsOf(order) : [];
  expect(known).toMatchObject([
    { state: 'failed', requestedBy: 'usr_boss' },
    { state: 'succeeded', requestedBy: 'provider', amountMinor: '1000' },
  ]);
  expect(await rightsOf('usr_refused')).toEqual({ [`${orderId} ${album}`]: 'granted' });
  await writeRefund(world, orderId, { amountMinor: 383n });
  expect((await settle(orderId))?.state).toBe('refunded');
});

test('money given back at the provider beside a refund that is written but not asked: both are made, of different parts', async () => {
  const orderId = await bought('usr_beside', album, vinyl);
  await writeRefund(world, orderId, { products: [album] });
  const order = await world.scope('aria').orders.find(orderId);
  const rest = Number(order?.totalMinor) - 1383;
  await world.stripe.refunds.create({ payment_intent: order?.paymentIntentId ?? '', amount: rest });
  expect(await settle(orderId)).toMatchObject({ state: 'refunded', refundedMinor: order?.totalMinor });
  const [written, heard] = order ? await world.scope('aria').orders.refundsOf(order) : [];
  const albumLine = written?.shares[0]?.id;
  expect(written).toMatchObject({ state: 'succeeded', shares: [{ grossMinor: '1383' }] });
  expect(heard?.shares.some(({ id }) => id === albumLine)).toBe(false);
});

test('pieces go back on the shelf by choice', async () => {
  const stock = (await stockOf(world.table, 'aria', vinyl)) ?? 0;
  const [kept, shelved] = [await bought('usr_shelf', vinyl), await bought('usr_shelf', vinyl)];
  await writeRefund(world, kept, { products: [vinyl] });
  await writeRefund(world, shelved, { products: [vinyl], restock: true });
  for (let turn = 0; turn < 2; turn += 1) await Promise.all([settle(kept), settle(shelved)]);
  expect(await stockOf(world.table, 'aria', vinyl)).toBe(stock - 1);
});

test('the largest cart there can be goes back as a whole: each right, each piece and the books at once', async () => {
  const products = Array.from({ length: maxLines + 1 }, (_, index) => `prd_crate${index}`);
  for (const productId of products)
    await putProduct(world.table, {
      ...{ tenantId: 'aria', productId, title: `Crate ${productId}`, stock: 1 },
      ...{ taxCode: 'txcd_99999999', prices: { USD: '500' } },
    });
  const user = 'usr_crate';
  const answers = [];
  for (const productId of products) answers.push((await world.set('aria', productId, 1, { user })).status);
  expect(answers).toEqual([...Array.from({ length: maxLines }, () => 200), 409]);
  const { url, orderId } = await (await world.checkout('aria', user)).json();
  await world.pay(url);
  await settle(orderId);
  const bought = products.slice(0, maxLines);
  expect(await stockOf(world.table, 'aria', 'prd_crate0')).toBe(0);
  await writeRefund(world, orderId, { products: bought, restock: true });
  expect(await settle(orderId)).toMatchObject({ state: 'refunded' });
  expect(new Set(Object.values(await rightsOf(user)))).toEqual(new Set(['revoked']));
  const stocks = await Promise.all(bought.map((productId) => stockOf(world.table, 'aria', productId)));
  expect(stocks).toEqual(bought.map(() => 1));
});

test('tokens are taken back piece by piece, and those of a whole order with it', async () => {
  const user = 'usr_tokens';
  const balance = async () => {
    const { data } = await createWalletEntity(world.table).get({ tenantId: 'aria', userId: user }).go();
    return data ? balanceOf(WalletRecord.parse(data).wallet, world.clock().toISOString()) : 0;
  };
  await world.set('aria', tokens, 3, { user });
  const { url, orderId } = await (await world.checkout('aria', user)).json();
  await world.pay(url);
  await settle(orderId);
  expect(await balance()).toBe(30);
  await writeRefund(world, orderId, { products: [tokens], pieces: 1 });
  await settle(orderId);
  expect(await balance()).toBe(20);
  await writeRefund(world, orderId, { products: [tokens], pieces: 2 });
  await settle(orderId);
  expect(await balance()).toBe(0);
});
