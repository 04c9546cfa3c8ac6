import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Stripe from 'stripe';
import { describe, expect, it, vi } from 'vitest';
import { card, sessionParams, startHarness, startReceiver, submit, webhookSecret, type Harness } from './testing.ts';

const until = (check: () => void) => vi.waitFor(check, { timeout: 15_000, interval: 20 });

async function buy(harness: Harness, number = '4242424242424242'): Promise<string> {
  const session = await harness.stripe.checkout.sessions.create(sessionParams());
  await submit(session.url ?? '', card(number));
  return session.id;
}

describe('webhooks', () => {
  it('tells of a payment, signed', async () => {
    await using receiver = await startReceiver();
    await using harness = await startHarness({ webhookUrl: receiver.url });
    const id = await buy(harness);
    await until(() => expect(receiver.received).toHaveLength(4));
    expect(receiver.types().sort()).toEqual([
      'charge.succeeded',
      'checkout.session.completed',
      'payment_intent.created',
      'payment_intent.succeeded',
    ]);
    for (const { payload, signature } of receiver.received) {
      const event = Stripe.webhooks.constructEvent(payload, signature, webhookSecret);
      expect(event.api_version).toBe(Stripe.API_VERSION);
      if (event.type === 'checkout.session.completed')
        expect(event.data.object).toMatchObject({ id, payment_status: 'paid', status: 'complete' });
      expect(() => Stripe.webhooks.constructEvent(`${payload} `, signature, webhookSecret)).toThrow();
      expect(() => Stripe.webhooks.constructEvent(payload, signature, 'whsec_other')).toThrow();
    }
    const events = await harness.stripe.events.list({ type: 'checkout.session.completed' });
    await vi.waitFor(async () =>
      expect((await harness.stripe.events.retrieve(events.data[0]?.id ?? '')).pending_webhooks).toBe(0),
    );
  });

  it('tells of declines, refunds and expiry', async () => {
    await using receiver = await startReceiver();
    await using harness = await startHarness({ webhookUrl: receiver.url });
    await buy(harness, '4000000000000002');
    await until(() =>
      expect(receiver.types()).toEqual(expect.arrayContaining(['charge.failed', 'payment_intent.payment_failed'])),
    );
    const paid = await harness.stripe.checkout.sessions.retrieve(await buy(harness));
    await harness.stripe.refunds.create({ payment_intent: String(paid.payment_intent) });
    await until(() => expect(receiver.types()).toEqual(expect.arrayContaining(['refund.created', 'charge.refunded'])));
    const { id } = await harness.stripe.checkout.sessions.create(sessionParams());
    await harness.stripe.checkout.sessions.expire(id);
    await until(() => expect(receiver.types()).toContain('checkout.session.expired'));
  });

  it('tries again until the endpoint takes it', async () => {
    await using receiver = await startReceiver([500, 503]);
    await using harness = await startHarness({ webhookUrl: receiver.url, retryDelaysMs: [10, 10, 10] });
    await harness.stripe.products.create({ name: 'x' });
    await until(() => expect(receiver.received).toHaveLength(3));
    const ids = receiver.received.map(({ payload }) => (JSON.parse(payload) as Stripe.Event).id);
    expect(new Set(ids).size).toBe(1);
  });

  it('gives up after the last try, and sends again when told to', async () => {
    await using receiver = await startReceiver([500, 500]);
    await using harness = await startHarness({ webhookUrl: receiver.url, retryDelaysMs: [10] });
    await harness.stripe.products.create({ name: 'x' });
    await until(() => expect(receiver.received).toHaveLength(2));
    const { id } = JSON.parse(receiver.received[0]?.payload ?? '') as Stripe.Event;
    await submit(`${harness.origin}/operator/events/${id}`, { act: 'duplicate' });
    await until(() => expect(receiver.received).toHaveLength(12));
  });

  it('holds or loses webhooks when the operator says so', async () => {
    await using receiver = await startReceiver();
    await using harness = await startHarness({ webhookUrl: receiver.url });
    await submit(`${harness.origin}/operator/policy`, { mode: 'drop', delaySeconds: '1' });
    await harness.stripe.products.create({ name: 'lost' });
    await submit(`${harness.origin}/operator/policy`, { mode: 'delay', delaySeconds: '3' });
    await harness.stripe.products.create({ name: 'late' });
    await submit(`${harness.origin}/operator/policy`, { mode: 'deliver', delaySeconds: '1' });
    await harness.stripe.products.create({ name: 'prompt' });
    await until(() => expect(receiver.received).toHaveLength(2));
    const names = receiver.received.map(
      ({ payload }) => (JSON.parse(payload) as { data: { object: { name: string } } }).data.object.name,
    );
    expect(names).toEqual(['prompt', 'late']);
  });

  it('keeps everything over a restart and sends what was waiting', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'stripe-'));
    const dbPath = path.join(folder, 'stripe.sqlite');
    try {
      await using receiver = await startReceiver();
      // Long enough that a server that is slow to stop hasn't used up its tries before the restart.
      const before = await startHarness({ dbPath, retryDelaysMs: Array.from({ length: 40 }, () => 250) });
      const product = await before.stripe.products.create({ name: 'x' }, { idempotencyKey: 'restart-1' });
      await before.server.stop();
      await using after = await startHarness({ dbPath, webhookUrl: receiver.url });
      await until(() => expect(receiver.types()).toEqual(['product.created']));
      expect((await after.stripe.products.retrieve(product.id)).name).toBe('x');
      const replayed = await after.stripe.products.create({ name: 'x' }, { idempotencyKey: 'restart-1' });
      expect(replayed.id).toBe(product.id);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
