import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createEntitlementEntity } from '../../table/entitlement.ts';
import { stockOf } from '../testing/seed.ts';
import { album, startWorld, vinyl, type World } from '../testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());
beforeEach(() => {
  world.receiver.received.length = 0;
});

const rightsOf = async (userId: string) =>
  (await createEntitlementEntity(world.table).query.ofUser({ tenantId: 'aria', userId }).go()).data;

const eventIdOf = (payload: string): string => JSON.parse(payload).id;

describe('a payment', () => {
  test('declined: the order waits, the cart is as it was, and another card pays it', async () => {
    const user = 'usr_declined';
    const { url, orderId } = await world.placed('aria', user, album);
    await world.pay(url, '4000000000000002');
    expect((await world.order('aria', user, orderId)).state).toBe('pending');
    expect((await world.cart('aria', { user })).itemCount).toBe(1);
    expect((await world.pay(url)).status).toBe(303);
    expect((await world.order('aria', user, orderId)).state).toBe('paid');
  });

  test('the thank-you page finds it paid before any webhook came', async () => {
    const user = 'usr_quick';
    const { url, orderId } = await world.placed('aria', user, album);
    await world.pay(url);
    const order = await world.order('aria', user, orderId);
    expect(order.state).toBe('paid');
    expect(order.timeline.map(({ what }) => what)).toEqual(['placed', 'paid']);
    expect(await rightsOf(user)).toMatchObject([{ state: 'granted', orderId, productId: album }]);
    expect((await world.cart('aria', { user })).lines).toEqual([]);
  });

  test('ten deliveries of every event, backwards and at once: one payment, one right', async () => {
    const user = 'usr_replay';
    const { url, orderId } = await world.placed('aria', user, album);
    await world.pay(url);
    const events = [...(await world.waitForEvents('checkout.session.completed', 'payment_intent.succeeded'))].reverse();
    for (const { payload, signature } of events) {
      const answers = await Promise.all(Array.from({ length: 10 }, () => world.deliver(payload, signature)));
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    }
    await Promise.all(events.flatMap(({ payload }) => [1, 2, 3].map(() => world.handle(eventIdOf(payload)))));
    const order = await world.order('aria', user, orderId);
    expect(order.timeline.filter(({ what }) => what === 'paid')).toHaveLength(1);
    expect(await rightsOf(user)).toHaveLength(1);
    expect((await world.inbox.find(eventIdOf(events[0]?.payload ?? '')))?.handledAt).toBeDefined();
  });

  test('keeps what was put into the cart meanwhile', async () => {
    const user = 'usr_meanwhile';
    const { url, orderId } = await world.placed('aria', user, album);
    await world.set('aria', vinyl, 1, { user });
    await world.pay(url);
    await world.order('aria', user, orderId);
    expect((await world.cart('aria', { user })).lines.map(({ productId }) => productId)).toEqual([vinyl]);
  });

  test('refunded: the order says so and the right is taken back; in part: it stays', async () => {
    const user = 'usr_refund';
    const { url, orderId } = await world.placed('aria', user, album);
    await world.pay(url);
    await world.order('aria', user, orderId);
    const stored = await world.scope('aria').orders.find(orderId);
    const intent = stored?.paymentIntentId ?? '';
    await world.stripe.refunds.create({ payment_intent: intent, amount: 100 });
    const handleAll = async () => {
      for (const { payload, signature } of await world.waitForEvents('charge.refunded')) {
        await world.deliver(payload, signature);
        await world.handle(eventIdOf(payload));
      }
    };
    await handleAll();
    expect((await world.order('aria', user, orderId)).state).toBe('partially_refunded');
    expect((await rightsOf(user))[0]?.state).toBe('granted');
    world.receiver.received.length = 0;
    await world.stripe.refunds.create({ payment_intent: intent });
    await handleAll();
    expect((await world.order('aria', user, orderId)).state).toBe('refunded');
    expect((await rightsOf(user))[0]?.state).toBe('revoked');
  });

  test('of another amount is not taken: it goes back, and a person is asked', async () => {
    const user = 'usr_mismatch';
    const { url, orderId } = await world.placed('aria', user, vinyl);
    const before = (await stockOf(world.table, 'aria', vinyl)) ?? 0;
    const order = await world.scope('aria').orders.find(orderId);
    if (!order) throw new Error('no order');
    const other = await world.stripe.checkout.sessions.create({
      mode: 'payment',
      line_items: [
        { quantity: 1, price_data: { currency: 'usd', unit_amount: 100, product_data: { name: 'Cheaper' } } },
      ],
      success_url: 'http://aria.localhost/',
      metadata: { order_id: orderId, tenant: 'aria', order_hash: order.hash },
    });
    await world.scope('aria').orders.change(order, { set: { sessionId: other.id } });
    await world.pay(other.url ?? '');
    const reviewed = await world.order('aria', user, orderId);
    expect(reviewed.state).toBe('needs_review');
    expect(reviewed.timeline.map(({ what }) => what)).toEqual(['placed', 'review', 'refund-requested']);
    for (const { payload, signature } of await world.waitForEvents('checkout.session.completed')) {
      await world.deliver(payload, signature);
      await world.handle(eventIdOf(payload));
    }
    const { payment_intent: intent } = await world.stripe.checkout.sessions.retrieve(other.id);
    const { data } = await world.stripe.refunds.list({ payment_intent: String(intent) });
    expect(data.map(({ amount }) => amount)).toEqual([100]);
    expect((await world.order('aria', user, orderId)).state).toBe('refunded');
    expect(await rightsOf(user)).toEqual([]);
    expect(await stockOf(world.table, 'aria', vinyl)).toBe(before + 1);
    expect(url).toContain('/c/pay/');
  });
});

describe('POST /api/webhooks/stripe', () => {
  const event = { id: 'evt_1', object: 'event', type: 'customer.created', data: { object: { id: 'cus_1' } } };

  test('takes what it does not know, and has it handled', async () => {
    const { payload, signature } = world.sign({
      ...event,
      id: 'evt_unknown',
      type: 'something.new',
      data: { object: {} },
    });
    expect((await world.deliver(payload, signature)).status).toBe(200);
    await world.handle('evt_unknown');
    expect((await world.inbox.find('evt_unknown'))?.handledAt).toBeDefined();
  });

  test.each([
    ['another secret', { secret: 'whsec_wrong' }],
    ['an old time', { timestamp: Math.floor(Date.now() / 1000) - 301 }],
  ])('400 for a signature with %s', async (_, options) => {
    const { payload, signature } = world.sign(event, options);
    const response = await world.deliver(payload, signature);
    expect([response.status, (await response.json()).code]).toEqual([400, 'webhook_signature']);
    expect(await world.inbox.find('evt_1')).toBeUndefined();
  });

  test('400 for a body that was changed, or is not JSON; 422 without a signature; 413 for one too large', async () => {
    const { payload, signature } = world.sign(event);
    expect((await world.deliver(payload.replace('cus_1', 'cus_2'), signature)).status).toBe(400);
    expect((await world.deliver('{', signature)).status).toBe(400);
    expect((await world.app.request('/api/webhooks/stripe', { method: 'POST', body: payload })).status).toBe(422);
    expect((await world.deliver('x'.repeat(600_000), signature)).status).toBe(413);
  });

  test('an event for an order that is not there is retried, never lost', async () => {
    const { payload, signature } = world.sign({
      ...event,
      id: 'evt_early',
      data: { object: { id: 'cs_1', metadata: { tenant: 'aria', order_id: 'ord_later' } } },
    });
    await world.deliver(payload, signature);
    await expect(world.handle('evt_early')).rejects.toThrow('not there yet');
    expect((await world.inbox.find('evt_early'))?.handledAt).toBeUndefined();
  });
});
