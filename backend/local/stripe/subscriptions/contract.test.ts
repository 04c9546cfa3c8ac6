import Stripe from 'stripe';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startHarness, type Harness } from '../testing.ts';

const realKey = process.env['STRIPE_TEST_KEY'];

/** The same questions to the server here and, where a test key of an account is set, to Stripe itself. */
const providers = [
  { name: 'the local server', key: undefined },
  ...(realKey?.startsWith('sk_test_') ? [{ name: 'Stripe', key: realKey }] : []),
];

const day = 24 * 3600;
const start = Math.floor(Date.parse('2026-01-31T09:00:00Z') / 1000);

describe.each(providers)('subscriptions at $name', ({ key }) => {
  let harness: Harness | undefined;
  let stripe: Stripe;
  beforeAll(async () => {
    if (key) stripe = new Stripe(key);
    else stripe = (harness = await startHarness()).stripe;
  });
  afterAll(() => harness?.server.stop());

  async function subscribed(card = 'pm_card_visa') {
    const clock = await stripe.testHelpers.testClocks.create({ frozen_time: start, name: 'contract' });
    const customer = await stripe.customers.create({
      email: 'ada@example.com',
      test_clock: clock.id,
      payment_method: card,
      invoice_settings: { default_payment_method: card },
    });
    const product = await stripe.products.create({ name: 'Pass' });
    const price = await stripe.prices.create({
      product: product.id,
      currency: 'cad',
      unit_amount: 999,
      recurring: { interval: 'month' },
    });
    const subscription = await stripe.subscriptions.create({
      customer: customer.id,
      items: [{ price: price.id }],
      metadata: { order_id: 'ord_1' },
    });
    return { clock: clock.id, id: subscription.id, customer: customer.id };
  }

  async function advance(clock: string, to: number) {
    await stripe.testHelpers.testClocks.advance(clock, { frozen_time: to });
    for (;;) {
      const { status } = await stripe.testHelpers.testClocks.retrieve(clock);
      if (status === 'ready') return;
      await new Promise((resolve) => setTimeout(resolve, 1000));
    }
  }

  const periodOf = async (id: string) => (await stripe.subscriptions.retrieve(id)).items.data[0]?.current_period_end;
  const at = (iso: string) => Date.parse(iso) / 1000;

  it('renews on the last day of a shorter month, and takes the money', async () => {
    const { clock, id } = await subscribed();
    expect(await periodOf(id)).toBe(at('2026-02-28T09:00:00Z'));
    await advance(clock, at('2026-03-01T12:00:00Z'));
    expect(await periodOf(id)).toBe(at('2026-03-31T09:00:00Z'));
    const { data } = await stripe.invoices.list({ subscription: id });
    expect(data.map((invoice) => [invoice.billing_reason, invoice.status, invoice.total])).toEqual([
      ['subscription_cycle', 'paid', 999],
      ['subscription_create', 'paid', 999],
    ]);
    expect(data[0]?.parent?.subscription_details).toMatchObject({ subscription: id, metadata: { order_id: 'ord_1' } });
    const payments = await stripe.invoicePayments.list({ invoice: data[0]?.id ?? '' });
    expect(payments.data[0]?.payment).toMatchObject({ type: 'payment_intent' });
  });

  it('ends with the period when it was cancelled, and can be taken back until then', async () => {
    const { clock, id } = await subscribed();
    const ending = await stripe.subscriptions.update(id, { cancel_at_period_end: true });
    expect(ending).toMatchObject({
      status: 'active',
      cancel_at_period_end: true,
      cancel_at: at('2026-02-28T09:00:00Z'),
    });
    const back = await stripe.subscriptions.update(id, { cancel_at_period_end: false });
    expect(back).toMatchObject({ cancel_at_period_end: false, cancel_at: null, canceled_at: null });
    await stripe.subscriptions.update(id, { cancel_at_period_end: true });
    await advance(clock, at('2026-03-01T12:00:00Z'));
    const ended = await stripe.subscriptions.retrieve(id);
    expect(ended).toMatchObject({ status: 'canceled', ended_at: at('2026-02-28T09:00:00Z') });
    await expect(stripe.subscriptions.cancel(id)).rejects.toMatchObject({ code: 'resource_missing' });
  });

  it('is past due where the kept card is declined, and moves on all the same', async () => {
    const { clock, id, customer } = await subscribed();
    const failing = await stripe.paymentMethods.attach('pm_card_chargeCustomerFail', { customer });
    await stripe.subscriptions.update(id, { default_payment_method: failing.id });
    await advance(clock, at('2026-03-01T12:00:00Z'));
    const late = await stripe.subscriptions.retrieve(id, { expand: ['latest_invoice'] });
    expect(late.status).toBe('past_due');
    expect(late.items.data[0]?.current_period_start).toBe(at('2026-02-28T09:00:00Z'));
    expect(late.latest_invoice).toMatchObject({ status: 'open', attempt_count: 1, amount_remaining: 999 });
  });

  it.runIf(key === undefined)('gives up after four tries', async () => {
    const { clock, id, customer } = await subscribed();
    const failing = await stripe.paymentMethods.attach('pm_card_chargeCustomerFail', { customer });
    await stripe.subscriptions.update(id, { default_payment_method: failing.id });
    await advance(clock, at('2026-02-28T09:00:00Z') + 16 * day);
    expect(await stripe.subscriptions.retrieve(id)).toMatchObject({
      status: 'canceled',
      cancellation_details: { reason: 'payment_failed' },
    });
  });

  it('ends at once where that is asked', async () => {
    const { id } = await subscribed();
    expect((await stripe.subscriptions.cancel(id)).status).toBe('canceled');
  });

  it('refuses a clock that goes back', async () => {
    const { clock } = await subscribed();
    await expect(stripe.testHelpers.testClocks.advance(clock, { frozen_time: start - day })).rejects.toMatchObject({
      type: 'StripeInvalidRequestError',
    });
  });
});
