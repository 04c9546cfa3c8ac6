import type Stripe from 'stripe';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { albumLine, card, sessionParams, startHarness, startReceiver, submit, type Harness } from '../testing.ts';

let harness: Harness;
let receiver: Awaited<ReturnType<typeof startReceiver>>;
beforeAll(async () => {
  receiver = await startReceiver();
  harness = await startHarness({ webhookUrl: receiver.url });
});
afterAll(async () => {
  await harness.server.stop();
  await receiver[Symbol.asyncDispose]();
});

type Line = Stripe.Checkout.SessionCreateParams.LineItem;
const plan = (interval: 'month' | 'year' = 'month', amount = 999): Line => ({
  price_data: { currency: 'usd', unit_amount: amount, recurring: { interval }, product_data: { name: 'Pass' } },
  quantity: 1,
});
const open = (overrides: Partial<Stripe.Checkout.SessionCreateParams> = {}) =>
  harness.stripe.checkout.sessions.create(
    sessionParams({
      mode: 'subscription',
      line_items: [plan(), albumLine()],
      subscription_data: { metadata: { order_id: 'ord_1' } },
      ...overrides,
    }),
  );

describe('a session that begins a subscription', () => {
  it('takes one payment for both sorts of lines, keeps the card and bills the plan alone afterwards', async () => {
    const session = await open();
    expect(session).toMatchObject({
      mode: 'subscription',
      amount_total: 2298,
      subscription: null,
      payment_intent: null,
    });
    expect(await (await fetch(session.url ?? '')).text()).toContain('every month until you cancel');
    expect((await submit(session.url ?? '', card('4242424242424242'))).status).toBe(303);
    const paid = await harness.stripe.checkout.sessions.retrieve(session.id, {
      expand: ['subscription', 'invoice.payments'],
    });
    expect(paid).toMatchObject({ status: 'complete', payment_status: 'paid', payment_intent: null });
    const subscription = paid.subscription as Stripe.Subscription;
    expect(subscription).toMatchObject({ status: 'active', metadata: { order_id: 'ord_1' } });
    expect(subscription.items.data).toHaveLength(1);
    const invoice = paid.invoice as Stripe.Invoice;
    expect(invoice).toMatchObject({ status: 'paid', total: 2298, billing_reason: 'subscription_create' });
    expect(invoice.lines.data).toHaveLength(2);
    const intent = String(invoice.payments?.data[0]?.payment.payment_intent);
    expect(await harness.stripe.paymentIntents.retrieve(intent)).toMatchObject({
      status: 'succeeded',
      amount_received: 2298,
    });
    await expect
      .poll(() => receiver.types())
      .toEqual(expect.arrayContaining(['customer.subscription.created', 'invoice.paid', 'checkout.session.completed']));
  });

  it('leads through declines and the bank to one subscription', async () => {
    const session = await open();
    const page = session.url ?? '';
    await submit(page, card('4000000000000002'));
    await submit(page, card('4000000000003220'));
    expect((await submit(`${page}/challenge`, { outcome: 'complete' })).status).toBe(303);
    const { customer } = await harness.stripe.checkout.sessions.retrieve(session.id);
    expect((await harness.stripe.subscriptions.list({ customer: String(customer) })).data).toHaveLength(1);
  });

  it.each<[string, Partial<Stripe.Checkout.SessionCreateParams>, string]>([
    [
      'a recurring price in payment mode',
      { mode: 'payment', subscription_data: undefined } as never,
      'recurring price',
    ],
    ['no recurring price', { line_items: [albumLine()] }, 'at least one recurring price'],
    ['two intervals', { line_items: [plan(), plan('year')] }, 'same billing interval'],
    ['too many recurring lines', { line_items: Array.from({ length: 21 }, () => plan()) }, 'up to 20 recurring'],
    [
      'too many other lines',
      { line_items: [plan(), ...Array.from({ length: 21 }, () => albumLine())] },
      'up to 20 one-time',
    ],
    ['data of a payment', { payment_intent_data: { description: 'x' } }, 'payment_intent_data'],
  ])('refuses %s', async (_, overrides, message) => {
    const { subscription_data: data, ...rest } = sessionParams({
      mode: 'subscription',
      line_items: [plan()],
      subscription_data: { metadata: {} },
      ...overrides,
    });
    const params = rest.mode === 'payment' ? rest : { ...rest, ...(data ? { subscription_data: data } : {}) };
    await expect(harness.stripe.checkout.sessions.create(params)).rejects.toThrow(message);
  });

  it('can be moved to its next billing date by the operator', async () => {
    const session = await open();
    await submit(session.url ?? '', card('4242424242424242'));
    const id = String((await harness.stripe.checkout.sessions.retrieve(session.id)).subscription);
    const before = await harness.stripe.subscriptions.retrieve(id);
    expect(await (await fetch(`${harness.origin}/operator/subscriptions`)).text()).toContain(id);
    expect((await submit(`${harness.origin}/operator/subscriptions/${id}/advance`, {})).status).toBe(303);
    const after = await harness.stripe.subscriptions.retrieve(id);
    expect(after.items.data[0]?.current_period_start).toBe(before.items.data[0]?.current_period_end);
    expect((await harness.stripe.invoices.list({ subscription: id })).data[0]).toMatchObject({
      status: 'paid',
      total: 999,
    });
  });
});
