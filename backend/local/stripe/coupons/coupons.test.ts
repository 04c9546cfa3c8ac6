import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { albumLine, card, sessionParams, startHarness, submit, type Harness } from '../testing.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness({});
});
afterAll(() => harness.server.stop());

const coupon = (id: string, amount_off: number, over = {}) =>
  harness.stripe.coupons.create({ id, amount_off, currency: 'usd', duration: 'once', name: 'SPRING', ...over });
const open = (id: string, over = {}) =>
  harness.stripe.checkout.sessions.create(
    sessionParams({ line_items: [albumLine(), albumLine(), albumLine()], discounts: [{ coupon: id }], ...over }),
  );

describe('a coupon', () => {
  it('is taken off a session once, to the cent, and shown on its page', async () => {
    await coupon('c_1', 1000, { max_redemptions: 1 });
    const session = await open('c_1');
    expect(session).toMatchObject({
      amount_subtotal: 3897,
      amount_total: 2897,
      total_details: { amount_discount: 1000 },
    });
    const lines = await harness.stripe.checkout.sessions.listLineItems(session.id);
    expect(lines.data.map(({ amount_discount }) => amount_discount)).toEqual([334, 333, 333]);
    const page = await (await fetch(session.url ?? '')).text();
    expect(page).toContain('SPRING');
    expect(page).toContain('-$10.00');
    expect((await submit(session.url ?? '', card('4242424242424242'))).status).toBe(303);
    expect(await harness.stripe.coupons.retrieve('c_1')).toMatchObject({ times_redeemed: 1, valid: false });
    await expect(open('c_1')).rejects.toMatchObject({ code: 'coupon_expired' });
  });

  it('comes off the first invoice of a subscription alone', async () => {
    await coupon('c_2', 500);
    const plan = {
      price_data: {
        currency: 'usd',
        unit_amount: 900,
        recurring: { interval: 'month' as const },
        product_data: { name: 'Pass' },
      },
      quantity: 1,
    };
    const session = await open('c_2', { mode: 'subscription', line_items: [plan] });
    expect(await (await fetch(session.url ?? '')).text()).toContain('$9.00 every month');
    await submit(session.url ?? '', card('4242424242424242'));
    const paid = await harness.stripe.checkout.sessions.retrieve(session.id, { expand: ['invoice'] });
    expect(paid.invoice).toMatchObject({ subtotal: 900, total: 400, amount_paid: 400 });
  });

  it('is refused where it is unknown, there already, in another currency, or beside promotion codes', async () => {
    await coupon('c_3', 100, { currency: 'eur' });
    await expect(coupon('c_3', 100)).rejects.toMatchObject({ code: 'resource_already_exists' });
    await expect(open('c_unknown')).rejects.toMatchObject({ code: 'resource_missing' });
    await expect(open('c_3')).rejects.toMatchObject({ param: 'discounts[0][coupon]' });
    await coupon('c_4', 100);
    await expect(open('c_4', { allow_promotion_codes: false })).rejects.toMatchObject({ param: 'discounts' });
  });
});
