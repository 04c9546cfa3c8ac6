import Stripe from 'stripe';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { albumLine, sessionParams, startHarness } from './testing.ts';

const realKey = process.env['STRIPE_TEST_KEY'];

interface Target {
  name: string;
  open(): Promise<{ stripe: Stripe; close(): Promise<void> }>;
}

const targets: Target[] = [
  {
    name: 'the local server',
    async open() {
      const harness = await startHarness();
      return { stripe: harness.stripe, close: () => harness.server.stop() };
    },
  },
  {
    name: 'Stripe (skipped unless STRIPE_TEST_KEY is a test-mode key)',
    open: () => Promise.resolve({ stripe: new Stripe(realKey ?? ''), close: () => Promise.resolve() }),
  },
];

/** What both servers must do alike; paying needs a person at the real one, so it is tested apart. */
describe.each(targets)('$name', ({ name, open }) => {
  if (name.startsWith('Stripe') && !realKey) {
    it.skip('needs STRIPE_TEST_KEY, a secret key of a Stripe account in test mode', () => {});
    return;
  }
  let stripe: Stripe;
  let close: () => Promise<void>;
  beforeAll(async () => ({ stripe, close } = await open()));
  afterAll(() => close());

  const failure = async (promise: Promise<unknown>): Promise<Stripe.errors.StripeError> => {
    const error: unknown = await promise.then(
      () => undefined,
      (reason: unknown) => reason,
    );
    if (error instanceof Stripe.errors.StripeError) return error;
    throw new Error('expected a Stripe error');
  };
  const soon = (seconds: number) => Math.floor(Date.now() / 1000) + seconds;

  it('opens a session whose total is the sum of its lines', async () => {
    const session = await stripe.checkout.sessions.create(
      sessionParams({ line_items: [albumLine(2), albumLine()], metadata: { order: 'ord_1' }, expand: ['line_items'] }),
    );
    expect(session).toMatchObject({
      object: 'checkout.session',
      mode: 'payment',
      status: 'open',
      payment_status: 'unpaid',
      amount_total: 3897,
      currency: 'usd',
      metadata: { order: 'ord_1' },
      payment_intent: null,
      livemode: false,
    });
    expect(session.id).toMatch(/^cs_test_/);
    expect(session.url).toContain(session.id);
    expect(session.line_items?.data.map((line) => [line.description, line.quantity, line.amount_total])).toEqual(
      expect.arrayContaining([['Night Ferry', 2, 2598]]),
    );
  });

  it('retrieves a session, its lines only when asked', async () => {
    const { id } = await stripe.checkout.sessions.create(sessionParams());
    expect((await stripe.checkout.sessions.retrieve(id)).line_items).toBeUndefined();
    const lines = await stripe.checkout.sessions.listLineItems(id, { limit: 5 });
    expect(lines.data).toHaveLength(1);
    expect(lines.data[0]?.price).toMatchObject({ unit_amount: 1299, currency: 'usd', type: 'one_time' });
  });

  it('charges existing prices of existing products', async () => {
    const product = await stripe.products.create({ name: 'Vinyl', metadata: { sku: 'v1' } });
    const price = await stripe.prices.create({ product: product.id, currency: 'eur', unit_amount: 2500 });
    expect(price).toMatchObject({ product: product.id, unit_amount: 2500, active: true });
    const session = await stripe.checkout.sessions.create(
      sessionParams({ line_items: [{ price: price.id, quantity: 2 }] }),
    );
    expect(session).toMatchObject({ amount_total: 5000, currency: 'eur' });
  });

  it('expires an open session, once', async () => {
    const { id } = await stripe.checkout.sessions.create(sessionParams());
    expect(await stripe.checkout.sessions.expire(id)).toMatchObject({ status: 'expired', url: null });
    expect(await failure(stripe.checkout.sessions.expire(id))).toMatchObject({ statusCode: 400 });
  });

  it('takes an expiry from 30 minutes to 24 hours ahead', async () => {
    const create = (expires_at: number) => stripe.checkout.sessions.create(sessionParams({ expires_at }));
    expect(await failure(create(soon(29 * 60)))).toMatchObject({ param: 'expires_at', statusCode: 400 });
    expect(await failure(create(soon(25 * 3600)))).toMatchObject({ param: 'expires_at', statusCode: 400 });
    expect((await create(soon(31 * 60))).status).toBe('open');
  });

  it('takes 100 lines and not 101', async () => {
    const create = (count: number) =>
      stripe.checkout.sessions.create(sessionParams({ line_items: Array.from({ length: count }, () => albumLine()) }));
    expect((await create(100)).amount_total).toBe(129_900);
    expect(await failure(create(101))).toMatchObject({ type: 'StripeInvalidRequestError', param: 'line_items' });
  });

  it.each([
    ['a missing success address', { success_url: undefined }, 'success_url'],
    ['a fraction of a quantity', { line_items: [{ ...albumLine(), quantity: 1.5 }] }, 'line_items[0][quantity]'],
    ['an unknown parameter', { colour: 'red' }, 'colour'],
    [
      'a missing currency',
      { line_items: [{ price_data: { unit_amount: 1, product_data: { name: 'x' } }, quantity: 1 }] },
      'line_items[0][price_data][currency]',
    ],
  ])('refuses %s and names the parameter', async (_, overrides, param) => {
    const params = { ...sessionParams(), ...overrides } as Stripe.Checkout.SessionCreateParams;
    const error = await failure(stripe.checkout.sessions.create(params));
    expect(error).toMatchObject({
      type: 'StripeInvalidRequestError',
      rawType: 'invalid_request_error',
      statusCode: 400,
      param,
    });
  });

  it('says what is missing with 404 and its code', async () => {
    const error = await failure(stripe.checkout.sessions.retrieve('cs_test_nothing'));
    expect(error).toMatchObject({ statusCode: 404, code: 'resource_missing' });
  });

  it('keeps, changes and deletes customers', async () => {
    const customer = await stripe.customers.create({ email: 'ada@example.com', metadata: { a: '1', b: '2' } });
    const changed = await stripe.customers.update(customer.id, { name: 'Ada', metadata: { a: '' } });
    expect(changed).toMatchObject({ email: 'ada@example.com', name: 'Ada', metadata: { b: '2' } });
    expect(await stripe.customers.del(customer.id)).toMatchObject({ id: customer.id, deleted: true });
  });

  it('pages through lists, newest first', async () => {
    const made: string[] = [];
    for (const name of ['one', 'two', 'three']) made.unshift((await stripe.products.create({ name })).id);
    const first = await stripe.products.list({ ids: made, limit: 2 });
    expect(first.data.map(({ id }) => id)).toEqual(made.slice(0, 2));
    expect(first.has_more).toBe(true);
    const rest = await stripe.products.list({ ids: made, limit: 2, starting_after: made[1] ?? '' });
    expect(rest.data.map(({ id }) => id)).toEqual(made.slice(2));
    expect(rest.has_more).toBe(false);
  });

  it('answers a repeated key with the first answer', async () => {
    const idempotencyKey = crypto.randomUUID();
    const first = await stripe.checkout.sessions.create(sessionParams(), { idempotencyKey });
    const second = await stripe.checkout.sessions.create(sessionParams(), { idempotencyKey });
    expect(second.id).toBe(first.id);
    expect(first.lastResponse.headers['idempotent-replayed']).toBeUndefined();
    expect(second.lastResponse.headers['idempotent-replayed']).toBe('true');
  });

  it('refuses a repeated key with other parameters', async () => {
    const idempotencyKey = crypto.randomUUID();
    await stripe.products.create({ name: 'one' }, { idempotencyKey });
    const error = await failure(stripe.products.create({ name: 'two' }, { idempotencyKey }));
    expect(error).toMatchObject({ type: 'StripeIdempotencyError', statusCode: 400 });
  });

  it('replays a refused request too, once it had begun', async () => {
    const idempotencyKey = crypto.randomUUID();
    const refund = () => stripe.refunds.create({ payment_intent: 'pi_nothing' }, { idempotencyKey });
    const [first, second] = [await failure(refund()), await failure(refund())];
    expect(second.message).toBe(first.message);
    expect(second.headers?.['idempotent-replayed']).toBe('true');
  });

  it('manages webhook endpoints and shows a secret once', async () => {
    const made = await stripe.webhookEndpoints.create({
      url: 'https://example.com/hook',
      enabled_events: ['charge.succeeded'],
    });
    expect(made.secret).toMatch(/^whsec_/);
    expect((await stripe.webhookEndpoints.retrieve(made.id)).secret).toBeUndefined();
    expect((await stripe.webhookEndpoints.update(made.id, { disabled: true })).status).toBe('disabled');
    expect((await stripe.webhookEndpoints.del(made.id)).deleted).toBe(true);
  });

  it('refuses a key it does not know', async () => {
    const error = await failure(stripe.products.list({}, { apiKey: 'sk_test_stranger000000000000' }));
    expect(error).toMatchObject({ type: 'StripeAuthenticationError', statusCode: 401 });
    expect(error.message).toContain('Invalid API Key provided: sk_test_');
  });
});
