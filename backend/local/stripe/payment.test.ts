import { contrast } from '@tessera/ui/contrast.ts';
import { createHash } from 'node:crypto';
import type Stripe from 'stripe';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { card, sessionParams, startHarness, submit, type Harness } from './testing.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness.server.stop());

const open = (overrides: Partial<Stripe.Checkout.SessionCreateParams> = {}) =>
  harness.stripe.checkout.sessions.create(sessionParams(overrides));
const read = (id: string) =>
  harness.stripe.checkout.sessions.retrieve(id, { expand: ['payment_intent.latest_charge', 'line_items'] });
const pageOf = (session: Stripe.Checkout.Session): string => `${harness.origin}/c/pay/${session.id}`;
const intentOf = (session: Stripe.Checkout.Session) => session.payment_intent as Stripe.PaymentIntent;

describe('the payment page', () => {
  it('shows what is paid for under a strict policy', async () => {
    const session = await open({ branding_settings: { display_name: 'Aria & Söhne' }, locale: 'de' });
    const response = await fetch(session.url ?? '');
    expect(response.status).toBe(200);
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("form-action 'self' http://aria.localhost");
    expect(policy).not.toContain('unsafe');
    const text = await response.text();
    expect(text).toContain('Aria &amp; Söhne');
    expect(text).toContain('12,99');
    expect(text).toContain('http://aria.localhost/checkout?cancelled=1');
    expect(text).not.toMatch(/style="|<script>/);
  });

  it('speaks the session’s language, and the browser’s where the session leaves it open', async () => {
    const ask = async (locale: 'de' | 'auto') => {
      const session = await open({ locale });
      const response = await fetch(session.url ?? '', { headers: { 'accept-language': 'ar-EG,en;q=0.5' } });
      return response.text();
    };
    expect(await ask('de')).toContain('<html lang="de" dir="ltr">');
    const arabic = await ask('auto');
    expect(arabic).toContain('<html lang="ar" dir="rtl">');
    expect(arabic).toContain('رقم البطاقة');
  });

  it('wears the seller’s colour and corners, and keeps a colour that would not read from being unreadable', async () => {
    const branding_settings = { display_name: 'Aria', button_color: '#fff3c4', border_style: 'pill' as const };
    const session = await open({ branding_settings });
    const response = await fetch(session.url ?? '');
    const style = /<style>([^<]*)<\/style>/.exec(await response.text())?.[1] ?? '';
    expect(style).toContain('--radius:1.625rem');
    const [, bright = '', dim = ''] = /--accent:light-dark\((#\w+),(#\w+)\)/.exec(style) ?? [];
    expect(contrast(bright, '#ffffff')).toBeGreaterThanOrEqual(4.5);
    expect(dim).toBe('#fff3c4');
    const hash = createHash('sha256').update(style).digest('base64');
    expect(response.headers.get('content-security-policy')).toContain(`style-src 'self' 'sha256-${hash}'`);
    await expect(open({ branding_settings: { ...branding_settings, button_color: 'red;}' } })).rejects.toThrow();
  });

  it('takes a good card and goes where the shop said', async () => {
    const session = await open({ payment_intent_data: { metadata: { order: 'ord_1' } } });
    const response = await submit(pageOf(session), card('4242 4242 4242 4242'));
    expect(response.status).toBe(303);
    expect(response.headers.get('location')).toBe(`http://aria.localhost/order/ord_1?session=${session.id}`);
    const paid = await read(session.id);
    expect(paid).toMatchObject({
      status: 'complete',
      payment_status: 'paid',
      url: null,
      customer_details: { email: 'ada@example.com', name: 'Ada Example' },
    });
    expect(intentOf(paid)).toMatchObject({ status: 'succeeded', amount_received: 1299, metadata: { order: 'ord_1' } });
    expect(intentOf(paid).latest_charge).toMatchObject({
      paid: true,
      amount: 1299,
      payment_method_details: { card: { last4: '4242', brand: 'visa' } },
    });
  });

  it('makes one payment of a double submit', async () => {
    const session = await open();
    const answers = await Promise.all([1, 2, 3].map(() => submit(pageOf(session), card('4242424242424242'))));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([303]));
    const { payment_intent: intent } = await harness.stripe.checkout.sessions.retrieve(session.id);
    const charges = await harness.stripe.charges.list({ payment_intent: String(intent) });
    expect(charges.data).toHaveLength(1);
    expect(await (await fetch(pageOf(session))).text()).toContain('This order is paid');
  });

  it.each([
    ['4000000000000002', 'Your card was declined.', 'generic_decline', 'card_declined'],
    ['4000000000009995', 'Your card has insufficient funds.', 'insufficient_funds', 'card_declined'],
    ['4000000000000069', 'Your card has expired.', undefined, 'expired_card'],
    ['4000000000000127', 'security code is incorrect', undefined, 'incorrect_cvc'],
  ])('declines %s and lets another card pay', async (number, text, declineCode, code) => {
    const session = await open();
    const refused = await submit(pageOf(session), card(number));
    expect(refused.status).toBe(200);
    expect(await refused.text()).toContain(text);
    const declined = await read(session.id);
    expect(declined).toMatchObject({ status: 'open', payment_status: 'unpaid' });
    const { last_payment_error: error, status } = intentOf(declined);
    expect(status).toBe('requires_payment_method');
    expect(error).toMatchObject({ type: 'card_error', code });
    expect(error?.decline_code).toBe(declineCode);
    expect((await submit(pageOf(session), card('4242424242424242'))).status).toBe(303);
    const paid = await read(session.id);
    expect(intentOf(paid).id).toBe(intentOf(declined).id);
    const charges = await harness.stripe.charges.list({ payment_intent: intentOf(paid).id });
    expect(charges.data.map(({ status: state }) => state)).toEqual(['succeeded', 'failed']);
  });

  it.each(['4000002500003155', '4000000000003220'])('asks the bank for %s', async (number) => {
    const session = await open();
    const challenge = `${pageOf(session)}/challenge`;
    expect((await submit(pageOf(session), card(number))).headers.get('location')).toBe(
      `/c/pay/${session.id}/challenge`,
    );
    expect(intentOf(await read(session.id)).status).toBe('requires_action');
    expect(await (await fetch(challenge)).text()).toContain('Complete authentication');

    const failed = await submit(challenge, { outcome: 'fail' });
    expect(failed.status).toBe(200);
    expect(intentOf(await read(session.id)).last_payment_error?.code).toBe('payment_intent_authentication_failure');

    await submit(pageOf(session), card(number));
    expect((await submit(challenge, { outcome: 'complete' })).status).toBe(303);
    expect(await read(session.id)).toMatchObject({ status: 'complete', payment_status: 'paid' });
  });

  it('declines after a passed challenge where the card says so', async () => {
    const session = await open();
    await submit(pageOf(session), card('4000008400001629'));
    expect((await submit(`${pageOf(session)}/challenge`, { outcome: 'complete' })).status).toBe(200);
    expect(intentOf(await read(session.id)).last_payment_error?.code).toBe('card_declined');
  });

  it('says what is wrong beside each field and keeps what was typed, but not the security code', async () => {
    const session = await open();
    const response = await submit(
      pageOf(session),
      card('4242424242424241', { email: 'ada', expiry: '01/20', cvc: '1', country: '' }),
    );
    expect(response.status).toBe(200);
    const text = await response.text();
    for (const field of ['email', 'number', 'expiry', 'cvc', 'country']) expect(text).toContain(`id="error-${field}"`);
    expect(text).not.toContain('id="error-name"');
    expect(text.match(/autofocus/g)).toHaveLength(1);
    expect(text).toContain('value="4242424242424241"');
    expect((await read(session.id)).payment_intent).toBeNull();
  });

  it('takes no payment after the session has expired', async () => {
    const session = await open();
    await harness.stripe.checkout.sessions.expire(session.id);
    const response = await submit(pageOf(session), card('4242424242424242'));
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('expired');
    expect((await read(session.id)).payment_intent).toBeNull();
  });

  it('refuses a form from another site', async () => {
    const session = await open();
    const response = await submit(pageOf(session), card('4242424242424242'), { origin: 'http://evil.example' });
    expect(response.status).toBe(403);
    expect((await read(session.id)).status).toBe('open');
  });

  it('answers an unknown session with 404', async () => {
    expect((await fetch(`${harness.origin}/c/pay/cs_test_nothing`)).status).toBe(404);
  });
});

describe('refunds', () => {
  const paidIntent = async () => {
    const session = await open();
    await submit(pageOf(session), card('4242424242424242'));
    return intentOf(await read(session.id)).id;
  };

  it('gives back parts and then the rest, and no more', async () => {
    const payment_intent = await paidIntent();
    const { refunds, charges } = harness.stripe;
    expect(await refunds.create({ payment_intent, amount: 300, reason: 'requested_by_customer' })).toMatchObject({
      amount: 300,
      status: 'succeeded',
    });
    await expect(refunds.create({ payment_intent, amount: 1000 })).rejects.toMatchObject({
      type: 'StripeInvalidRequestError',
      param: 'amount',
      message: expect.stringContaining('greater than unrefunded amount') as string,
    });
    expect((await refunds.create({ payment_intent })).amount).toBe(999);
    await expect(refunds.create({ payment_intent })).rejects.toMatchObject({ code: 'charge_already_refunded' });
    const [charge] = (await charges.list({ payment_intent })).data;
    expect(charge).toMatchObject({ refunded: true, amount_refunded: 1299 });
    expect((await refunds.list({ payment_intent })).data).toHaveLength(2);
  });

  it('refuses an intent that was never paid', async () => {
    const session = await open();
    await submit(pageOf(session), card('4000000000000002'));
    const payment_intent = intentOf(await read(session.id)).id;
    await expect(harness.stripe.refunds.create({ payment_intent })).rejects.toMatchObject({ statusCode: 400 });
  });
});

describe('the operator', () => {
  it('lists payments, sessions and events, and refunds by form', async () => {
    const session = await open();
    await submit(pageOf(session), card('4242424242424242'));
    const intent = intentOf(await read(session.id));
    for (const path of ['', '/sessions', '/events', `/payments/${intent.id}`])
      expect((await fetch(`${harness.origin}/operator${path}`)).status, path).toBe(200);
    const charge = (intent.latest_charge as Stripe.Charge).id;
    const done = await submit(`${harness.origin}/operator/refunds`, { charge, amount: '99' });
    expect(done.status).toBe(303);
    expect((await harness.stripe.charges.retrieve(charge)).amount_refunded).toBe(99);
    expect((await submit(`${harness.origin}/operator/refunds`, { charge, amount: '9999' })).status).toBe(400);
  });
});
