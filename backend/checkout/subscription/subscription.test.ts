import type { SubscriptionView } from '@tessera/contracts/api/checkout.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createEntitlementEntity } from '../../table/entitlement.ts';
import { createLedgerEntryEntity } from '../../table/ledger-entry.ts';
import { createWalletEntity } from '../../table/wallet.ts';
import { submit } from '../../local/stripe/testing.ts';
import { reconcile } from '../payment/reconcile.ts';
import { writeRefund } from '../testing/refunds.ts';
import { album, monthly, startWorld, tokens, yearly, type World } from '../testing/world.ts';
import { decideDispute } from '../payment/decide-dispute.ts';
import { disputeOf } from '../testing/decisions.ts';
import { recordRenewals } from './record-renewals.ts';
import type { DisputeRecord } from '../../table/dispute-record.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const rightsOf = async (userId: string) =>
  (await createEntitlementEntity(world.table).query.ofUser({ tenantId: 'aria', userId }).go()).data;

/** Buys the pass, with whatever else, and answers the order as it then is. */
async function subscribed(user: string, others: readonly string[] = []) {
  for (const other of others) await world.set('aria', other, 1, { user });
  const { url, orderId } = await world.placed('aria', user, monthly);
  expect((await world.pay(url)).status).toBe(303);
  const view = await world.order('aria', user, orderId);
  const order = await world.scope('aria').orders.find(orderId);
  if (!order?.subscriptionId) throw new Error('no subscription');
  return { orderId, view, order, subscriptionId: order.subscriptionId };
}

const change = (user: string, orderId: string, renews: boolean) =>
  world.post('aria', `/api/checkout/subscriptions/${orderId}`, { renews }, { user });

/** To just after the end of the period, by the payment server's clock. */
const advance = (subscriptionId: string) =>
  submit(`${world.payment.origin}/operator/subscriptions/${subscriptionId}/advance`, {});

const reconciled = async (orderId: string) => {
  const events = await world.stripe.events.list({ limit: 100 });
  for (const event of events.data) {
    const { payload, signature } = world.sign(event);
    expect((await world.deliver(payload, signature)).status).toBe(200);
    await world.handle(event.id);
  }
  return world.scope('aria').orders.find(orderId);
};

const settle = (orderId: string) => reconcile(world.scope('aria'), orderId);

describe('a cart with a plan', () => {
  test('says what it goes on costing, tax included', async () => {
    await world.set('aria', album, 1, { user: 'usr_look' });
    await world.set('aria', monthly, 1, { user: 'usr_look' });
    const address = { name: 'Ada', line1: '1 Main', city: 'Seattle', region: 'WA', postalCode: '98101', country: 'US' };
    const quote = await world.post('aria', '/api/checkout/quote', { address }, { user: 'usr_look' });
    const { cart } = (await quote.json()) as { cart: { renewal: unknown; totals: { total: { amountMinor: string } } } };
    // Washington's general rate is 6.5 %: 9.00 and 0.59 (0.585, away from zero).
    expect(cart.renewal).toEqual({
      interval: 'month',
      total: { amountMinor: '959', currency: 'USD' },
      tax: { amountMinor: '59', currency: 'USD' },
    });
  });

  test('holds one interval', async () => {
    const user = 'usr_mixed';
    expect((await world.set('aria', monthly, 1, { user })).status).toBe(200);
    const refused = await world.set('aria', yearly, 1, { user });
    expect(refused.status).toBe(409);
    expect(await refused.json()).toMatchObject({ code: 'mixed_intervals' });
    expect((await world.set('aria', monthly, 0, { user })).status).toBe(200);
    expect((await world.set('aria', yearly, 1, { user })).status).toBe(200);
  });

  test('of a visit before the sign-in adds no second interval', async () => {
    const visit = await world.set('aria', yearly, 1, {});
    const cookies = /__Host-cart=[^;]*/.exec(visit.headers.get('set-cookie') ?? '')?.[0] ?? '';
    await world.set('aria', monthly, 1, { user: 'usr_merge' });
    const merged = await world.cart('aria', { user: 'usr_merge', cookies });
    expect(merged.lines.map(({ productId }) => productId)).toEqual([monthly]);
  });

  test('takes one of each plan', async () => {
    expect((await world.set('aria', monthly, 2, { user: 'usr_two' })).status).toBe(409);
  });
});

describe('a subscription', () => {
  test('is paid with what is bought once, and opens until its period ends, with grace', async () => {
    const { view, orderId, subscriptionId } = await subscribed('usr_1', [album, tokens]);
    expect(view).toMatchObject({ state: 'paid', renewal: { interval: 'month', total: { amountMinor: '959' } } });
    const subscription = await world.stripe.subscriptions.retrieve(subscriptionId);
    const total = subscription.items.data.reduce((sum, { price }) => sum + (price.unit_amount ?? 0), 0);
    expect(total).toBe(959);
    const end = (subscription.items.data[0]?.current_period_end ?? 0) * 1000;
    const record = await world.scope('aria').subscriptions.find('usr_1', orderId);
    expect(record).toMatchObject({ state: 'active', periodEnd: new Date(end).toISOString() });
    const rights = await rightsOf('usr_1');
    expect(rights.find(({ productId }) => productId === monthly)?.endsAt).toBe(
      new Date(end + 3 * 24 * 3600_000).toISOString(),
    );
    expect(rights.map(({ productId }) => productId).sort()).toEqual([album, monthly].sort());
  });

  test('renews: the right is longer, and the renewal is an order of its own, once', async () => {
    const { orderId, subscriptionId } = await subscribed('usr_2');
    const [before] = await rightsOf('usr_2');
    await advance(subscriptionId);
    await reconciled(orderId);
    await reconciled(orderId);
    const [after] = await rightsOf('usr_2');
    expect(Date.parse(after?.endsAt ?? '')).toBeGreaterThan(Date.parse(before?.endsAt ?? '') + 27 * 24 * 3600_000);
    const orders = await world
      .scope('aria')
      .orders.listPlaced({ from: '2020-01-01', until: '2100-01-01' })
      .then((all) => all.filter(({ frozen }) => frozen.renewalOf === orderId));
    expect(orders).toHaveLength(1);
    expect(orders[0]).toMatchObject({ state: 'paid', totalMinor: '959', userId: 'usr_2' });
  });

  test('renewed for another amount than was agreed: under review, and not booked as sold', async () => {
    const { orderId, order, subscriptionId } = await subscribed('usr_other');
    await advance(subscriptionId);
    const agreed = order.frozen.renewal;
    if (!agreed) throw new Error('no renewal');
    const dearer = { ...agreed, total: { ...agreed.total, amountMinor: '1059' } };
    const scope = world.scope('aria');
    await recordRenewals(scope, { ...order, frozen: { ...order.frozen, renewal: dearer } }, subscriptionId);
    const all = await scope.orders.listPlaced({ from: '2020-01-01', until: '2100-01-01' });
    const renewal = all.find(({ frozen }) => frozen.renewalOf === orderId);
    expect(renewal).toMatchObject({ state: 'needs_review', review: 'amount', totalMinor: '959' });
    const entryId = `sale:${renewal?.orderId ?? ''}`;
    const { data } = await createLedgerEntryEntity(world.table).get({ tenantId: 'aria', entryId }).go();
    expect(data).toBeNull();
  });

  test('goes on where one renewal is refunded, and that one is', async () => {
    const { orderId, subscriptionId } = await subscribed('usr_back');
    await advance(subscriptionId);
    await reconciled(orderId);
    const all = await world.scope('aria').orders.listPlaced({ from: '2020-01-01', until: '2100-01-01' });
    const renewal = all.find(({ frozen }) => frozen.renewalOf === orderId);
    await world.stripe.refunds.create({ payment_intent: renewal?.paymentIntentId ?? '' });
    expect(await reconciled(renewal?.orderId ?? '')).toMatchObject({ state: 'refunded', refundedMinor: '959' });
    expect(await world.scope('aria').subscriptions.find('usr_back', orderId)).toMatchObject({ state: 'active' });
    expect((await rightsOf('usr_back'))[0]?.state).toBe('granted');
  });

  test('a claim against a renewal rests what the subscription opens; won it goes on, lost it has ended', async () => {
    const { orderId, subscriptionId } = await subscribed('usr_claim');
    await advance(subscriptionId);
    await reconciled(orderId);
    const { orders, subscriptions } = world.scope('aria');
    const all = await orders.listPlaced({ from: '2020-01-01', until: '2100-01-01' });
    const renewalId = all.find(({ frozen }) => frozen.renewalOf === orderId)?.orderId ?? '';
    const standing = async (status: DisputeRecord['status']) => {
      const renewal = await orders.find(renewalId);
      if (!renewal) throw new Error('no renewal');
      const decision = decideDispute(renewal, [], disputeOf(status, { amountMinor: '959' }));
      if (decision?.do !== 'change') throw new Error(`nothing follows from ${status}`);
      await orders.change(renewal, decision.change);
      await reconcile(world.scope('aria'), renewalId);
      return [(await rightsOf('usr_claim'))[0]?.state, (await subscriptions.find('usr_claim', orderId))?.state];
    };
    expect(await standing('needs_response')).toEqual(['suspended', 'active']);
    expect(await standing('won')).toEqual(['granted', 'active']);
    expect(await standing('lost')).toEqual(['revoked', 'ended']);
  });

  test('cancelled, it holds until its period ends and goes then', async () => {
    const { orderId, subscriptionId } = await subscribed('usr_3');
    const cancelled = await change('usr_3', orderId, false);
    expect(cancelled.status).toBe(200);
    const view = (await cancelled.json()) as SubscriptionView;
    expect(view).toMatchObject({ id: orderId, state: 'ending' });
    expect(view.validUntil).toBe(view.periodEnd);
    expect((await rightsOf('usr_3'))[0]?.state).toBe('granted');
    await advance(subscriptionId);
    await reconciled(orderId);
    expect((await rightsOf('usr_3'))[0]?.state).toBe('revoked');
    expect(await world.scope('aria').subscriptions.find('usr_3', orderId)).toMatchObject({ state: 'ended' });
    const late = await change('usr_3', orderId, true);
    expect(late.status).toBe(409);
    expect(await late.json()).toMatchObject({ code: 'subscription_ended' });
  });

  test('is not taken twice, until it has ended', async () => {
    const { subscriptionId, orderId } = await subscribed('usr_twice');
    await world.set('aria', yearly, 1, { user: 'usr_twice' });
    const refused = await world.checkout('aria', 'usr_twice');
    expect(refused.status).toBe(409);
    expect(await refused.json()).toMatchObject({ code: 'already_subscribed' });
    await world.stripe.subscriptions.cancel(subscriptionId);
    await reconciled(orderId);
    expect((await world.checkout('aria', 'usr_twice')).status).toBe(200);
  });

  test('can go on after all', async () => {
    const { orderId } = await subscribed('usr_4');
    await change('usr_4', orderId, false);
    expect(await (await change('usr_4', orderId, true)).json()).toMatchObject({ state: 'active' });
  });

  test('whose renewal is declined is past due, and over when nobody pays', async () => {
    const { orderId, subscriptionId } = await subscribed('usr_5');
    const { customer } = await world.stripe.subscriptions.retrieve(subscriptionId);
    const failing = await world.stripe.paymentMethods.attach('pm_card_chargeCustomerFail', {
      customer: String(customer),
    });
    await world.stripe.subscriptions.update(subscriptionId, { default_payment_method: failing.id });
    await advance(subscriptionId);
    await reconciled(orderId);
    expect(await world.scope('aria').subscriptions.find('usr_5', orderId)).toMatchObject({ state: 'past_due' });
    await advance(subscriptionId);
    await reconciled(orderId);
    expect(await world.scope('aria').subscriptions.find('usr_5', orderId)).toMatchObject({ state: 'ended' });
    expect((await rightsOf('usr_5'))[0]?.state).toBe('revoked');
  });

  test('ends at once where the whole order is refunded', async () => {
    const { order, orderId, subscriptionId } = await subscribed('usr_6', [tokens]);
    await world.stripe.refunds.create({ payment_intent: order.paymentIntentId ?? '' });
    await reconciled(orderId);
    expect((await world.stripe.subscriptions.retrieve(subscriptionId)).status).toBe('canceled');
    expect((await rightsOf('usr_6'))[0]?.state).toBe('revoked');
    const { data } = await createWalletEntity(world.table).get({ tenantId: 'aria', userId: 'usr_6' }).go();
    expect(data?.wallet).toMatchObject({ lots: [{ granted: 10, left: 0 }] });
  });

  test('ends at once where its line is refunded, and what else was bought stays', async () => {
    const { orderId, subscriptionId } = await subscribed('usr_line', [album]);
    await writeRefund(world, orderId, { products: [album] });
    expect(await settle(orderId)).toMatchObject({ state: 'partially_refunded' });
    expect((await world.stripe.subscriptions.retrieve(subscriptionId)).status).toBe('active');

    const other = await subscribed('usr_pass', [album]);
    await writeRefund(world, other.orderId, { products: [monthly] });
    expect(await settle(other.orderId)).toMatchObject({ state: 'partially_refunded' });
    expect((await world.stripe.subscriptions.retrieve(other.subscriptionId)).status).toBe('canceled');
    const found = await world.scope('aria').subscriptions.find('usr_pass', other.orderId);
    expect(found).toMatchObject({ state: 'ended' });
    const rights = await rightsOf('usr_pass');
    expect(Object.fromEntries(rights.map(({ productId, state }) => [productId, state]))).toEqual({
      [album]: 'granted',
      [monthly]: 'revoked',
    });
  });

  test.each([
    ['signed out', undefined, 401],
    ['another person', 'usr_other', 404],
  ])('is not changed by whoever is %s', async (_, user, status) => {
    const { orderId } = await subscribed(`usr_own_${status}`);
    const response = await world.post(
      'aria',
      `/api/checkout/subscriptions/${orderId}`,
      { renews: false },
      user ? { user } : {},
    );
    expect(response.status).toBe(status);
    const elsewhere = await world.post(
      'folio',
      `/api/checkout/subscriptions/${orderId}`,
      { renews: false },
      { user: 'usr_1' },
    );
    expect(elsewhere.status).toBe(404);
  });

  test('answers 422 to another shape, and 404 for an order without one', async () => {
    const { url, orderId } = await world.placed('aria', 'usr_plain', album);
    await world.pay(url);
    await world.order('aria', 'usr_plain', orderId);
    expect((await change('usr_plain', orderId, false)).status).toBe(404);
    expect((await world.post('aria', `/api/checkout/subscriptions/${orderId}`, {}, { user: 'usr_plain' })).status).toBe(
      422,
    );
  });
});

test('tokens are credited once, however often their payment is heard of', async () => {
  const { url, orderId } = await world.placed('aria', 'usr_tokens', tokens, 3);
  await world.pay(url);
  await Promise.all([reconciled(orderId), world.order('aria', 'usr_tokens', orderId)]);
  const { data } = await createWalletEntity(world.table).get({ tenantId: 'aria', userId: 'usr_tokens' }).go();
  expect(data?.wallet).toMatchObject({ lots: [{ orderId, granted: 30, left: 30 }] });
  expect(await rightsOf('usr_tokens')).toEqual([]);
});
