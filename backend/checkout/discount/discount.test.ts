import type { DiscountRule } from '@tessera/contracts/api/discounts.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { putDiscount, usesOf } from '../testing/seed-discount.ts';
import { address, album, cartCookieOf, ebook, monthly, startWorld, vinyl, type World } from '../testing/world.ts';
import { reconcile } from '../payment/reconcile.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

let made = 0;
/** A code of a discount of its own; by default twenty percent off. */
async function newCode(rule: Partial<DiscountRule> = {}, tenantId = 'aria'): Promise<{ code: string; id: string }> {
  made += 1;
  const [id, code] = [`dsc_${made}`, `CODE-${made}`];
  await putDiscount(world.table, { tenantId, discountId: id, code, rule });
  return { id, code };
}
type Visit = Parameters<World['post']>[3];
const enter = (code: string, init: Visit, tenantId = 'aria') => world.post(tenantId, '/api/cart/codes', { code }, init);
const refusalOf = async (response: Response | Promise<Response>) => {
  const { status, body } = await read(response);
  return [status, body.code];
};
const read = async (response: Response | Promise<Response>) => {
  const answer = await response;
  return { status: answer.status, body: await answer.json() };
};
const sessionOf = async (orderId: string, tenantId = 'aria') => {
  const order = await world.scope(tenantId).orders.find(orderId);
  return world.stripe.checkout.sessions.retrieve(order?.sessionId ?? '');
};

describe('a code in the cart', () => {
  test('is kept, shown on each line and in the totals, and taken out again', async () => {
    const user = 'usr_code';
    const { code } = await newCode();
    await world.set('aria', album, 1, { user });
    await world.set('aria', vinyl, 2, { user });
    const { status, body } = await read(enter(` ${code.toLowerCase()} `, { user }));
    expect(status).toBe(200);
    expect(body).toMatchObject({
      version: 3,
      codes: [{ code }],
      discounts: [{ code, amount: { amountMinor: '1420', currency: 'USD' }, freeDelivery: false }],
      totals: { subtotal: { amountMinor: '7099' }, discount: { amountMinor: '1420' }, total: { amountMinor: '5679' } },
    });
    expect(body.lines.map((line: { discount: unknown }) => line.discount)).toEqual([
      { amountMinor: '260', currency: 'USD' },
      { amountMinor: '1160', currency: 'USD' },
    ]);
    expect(await world.cart('aria', { user })).toEqual(body);
    const removed = await world.call('aria', `/api/cart/codes/${code}`, { method: 'DELETE', user });
    expect(await removed.json()).toMatchObject({ version: 4, totals: { discount: { amountMinor: '0' } } });
  });

  test('is refused by name where it can’t count: unknown, another tenant’s, expired, too early, used up, too little, for other things', async () => {
    const user = 'usr_refused';
    await world.set('aria', album, 1, { user });
    const why = async (rule: Partial<DiscountRule>) => refusalOf(enter((await newCode(rule)).code, { user }));
    const unknown = await enter('NO-SUCH', { user });
    const foreign = await enter((await newCode({}, 'folio')).code, { user });
    expect([unknown.status, await unknown.text()]).toEqual([409, await foreign.text()]);
    expect(await refusalOf(enter('?!', { user }))).toEqual([409, 'code_unknown']);
    expect(await why({ validUntil: '2026-02-01T00:00:00.000Z' })).toEqual([409, 'code_expired']);
    expect(await why({ validFrom: '2099-02-01T00:00:00.000Z' })).toEqual([409, 'code_not_yet']);
    expect(await why({ minimum: { quantity: 2, subtotals: [] } })).toEqual([409, 'code_minimum']);
    expect(await why({ scope: { kind: 'products', ids: [vinyl] } })).toEqual([409, 'code_not_these']);
    expect(await why({ offer: { kind: 'amount', amounts: [{ amountMinor: '100', currency: 'EUR' }] } })).toEqual([
      409,
      'code_other_currency',
    ]);
    expect((await world.cart('aria', { user })).codes).toBeUndefined();
    expect(await refusalOf(enter('NO-SUCH', { user: 'usr_empty' }))).toEqual([409, 'cart_empty']);
  });

  test('stays where it counts no more, with the reason', async () => {
    const user = 'usr_stays';
    const { code } = await newCode({ minimum: { quantity: 2, subtotals: [] } });
    await world.set('aria', vinyl, 2, { user });
    expect((await enter(code, { user })).status).toBe(200);
    await world.set('aria', vinyl, 1, { user });
    expect(await world.cart('aria', { user })).toMatchObject({
      codes: [{ code, refusal: 'minimum' }],
      totals: { discount: { amountMinor: '0' } },
    });
    expect(await refusalOf(world.checkout('aria', user))).toEqual([409, 'cart_changed']);
  });

  test('comes along when its owner signs in, and one that does not go with another is named', async () => {
    const first = await newCode();
    const alone = await newCode({ combinable: false, offer: { kind: 'percent', percent: '30' } });
    const cookies = cartCookieOf(await world.set('aria', album, 1));
    expect((await enter(first.code, { cookies })).status).toBe(200);
    expect(await refusalOf(enter((await newCode({ combinable: false })).code, { cookies }))).toEqual([
      409,
      'code_not_combinable',
    ]);
    const user = 'usr_merge_code';
    await world.set('aria', album, 1, { user });
    await enter(alone.code, { user });
    const merged = await world.cart('aria', { user, cookies });
    const refusals = Object.fromEntries((merged.codes ?? []).map((each) => [each.code, each.refusal]));
    expect(refusals).toEqual({ [alone.code]: undefined, [first.code]: 'not-combinable' });
  });

  test('the same key twice changes nothing twice; a stale version is told', async () => {
    const user = 'usr_key_code';
    const { code } = await newCode();
    await world.set('aria', album, 1, { user });
    const headers = { 'idempotency-key': 'key-code-01' };
    const once = await read(enter(code, { user, headers }));
    expect(await read(enter(code, { user, headers }))).toEqual(once);
    expect(await refusalOf(enter('OTHER', { user, headers }))).toEqual([409, 'idempotency_key_reused']);
    expect(await refusalOf(enter(code, { user, headers: { 'if-match': '"1"' } }))).toEqual([412, 'cart_version_stale']);
  });
});

describe('a discount at checkout', () => {
  test('is the same on quote, order and payment page, and tax is on what is left', async () => {
    const user = 'usr_same';
    const { code, id } = await newCode();
    await world.set('aria', album, 1, { user });
    await world.set('aria', vinyl, 2, { user });
    await enter(code, { user });
    const { body: quoted } = await read(world.post('aria', '/api/checkout/quote', { address }, { user }));
    expect(quoted.cart.totals).toMatchObject({ discount: { amountMinor: '1420' }, tax: { amountMinor: '370' } });
    const { url, orderId } = await (await world.checkout('aria', user, { digest: quoted.digest })).json();
    const order = await world.order('aria', user, orderId);
    expect(order.totals).toEqual(quoted.cart.totals);
    expect(order.lines.map(({ discount }) => discount?.amountMinor)).toEqual(['260', '1160']);
    expect(order.discounts).toEqual(quoted.cart.discounts);
    const session = await sessionOf(orderId);
    expect(session).toMatchObject({ amount_total: 6049, total_details: { amount_discount: 1420 } });
    expect(order.totals.total.amountMinor).toBe('6049');
    await world.pay(url);
    expect(await reconcile(world.scope('aria'), orderId)).toMatchObject({ state: 'paid', discountsHeld: true });
    expect(await usesOf(world.table, 'aria', id)).toBe(1);
    expect((await world.cart('aria', { user })).codes).toBeUndefined();
  });

  test('is inside the prices of a shop whose prices hold their tax', async () => {
    const user = 'usr_inclusive';
    const { code } = await newCode({}, 'folio');
    await world.set('folio', ebook, 2, { user });
    expect((await enter(code, { user }, 'folio')).status).toBe(200);
    const { orderId } = await (await world.checkout('folio', user)).json();
    const { totals } = await world.order('folio', user, orderId);
    expect(totals).toMatchObject({
      subtotal: { amountMinor: '1998' },
      discount: { amountMinor: '400' },
      tax: { amountMinor: '105' },
      total: { amountMinor: '1598' },
    });
    expect((await sessionOf(orderId, 'folio')).amount_total).toBe(1598);
  });

  test('takes all off: nothing is paid, and the order is', async () => {
    const user = 'usr_all_off';
    const { code } = await newCode({ offer: { kind: 'percent', percent: '100' } });
    await world.set('aria', album, 1, { user });
    await enter(code, { user });
    const { orderId } = await (await world.checkout('aria', user)).json();
    expect(await world.order('aria', user, orderId)).toMatchObject({
      state: 'paid',
      totals: { total: { amountMinor: '0' } },
    });
  });

  test.each([
    ['once', '959', 767],
    ['forever', '767', 767],
  ] as const)('of a plan counts %s', async (renewals, renewalMinor, firstMinor) => {
    const user = `usr_plan_${renewals}`;
    const { code } = await newCode({ renewals });
    await world.set('aria', monthly, 1, { user });
    await enter(code, { user });
    const { url, orderId } = await (await world.checkout('aria', user)).json();
    const order = await world.order('aria', user, orderId);
    expect(order.renewal?.total.amountMinor).toBe(renewalMinor);
    expect((await sessionOf(orderId)).amount_total).toBe(firstMinor);
    await world.pay(url);
    const paid = await reconcile(world.scope('aria'), orderId);
    expect(paid?.state).toBe('paid');
    const { items } = await world.stripe.subscriptions.retrieve(paid?.subscriptionId ?? '');
    const charged = items.data.reduce((sum, { price }) => sum + BigInt(price.unit_amount ?? 0), 0n);
    expect(charged).toBe(BigInt(renewalMinor));
  });

  test('a plan’s first payment cannot be nothing', async () => {
    const user = 'usr_free_plan';
    const { code } = await newCode({ offer: { kind: 'percent', percent: '100' } });
    await world.set('aria', monthly, 1, { user });
    await enter(code, { user });
    expect(await refusalOf(world.checkout('aria', user))).toEqual([409, 'plan_needs_payment']);
  });

  test('that comes by itself needs no code', async () => {
    const rule = { offer: { kind: 'amount' as const, amounts: [{ amountMinor: '100', currency: 'GBP' }] } };
    await putDiscount(world.table, { tenantId: 'aria', discountId: 'dsc_auto', rule });
    await world.set('aria', album, 1, { user: 'usr_auto' });
    const path = '/api/cart?currency=GBP&country=GB';
    const { body } = await read(world.get('aria', path, { user: 'usr_auto' }));
    expect(body).toMatchObject({ totals: { discount: { amountMinor: '100' } }, discounts: [{ id: 'dsc_auto' }] });
    expect(body.codes).toBeUndefined();
  });
});

describe('limits', () => {
  test('two hundred buyers at once use a code of twenty exactly twenty times; each other one is told before paying', async () => {
    const { code, id } = await newCode({ cap: 20 });
    const users = Array.from({ length: 200 }, (_, index) => `usr_rush_${index}`);
    for (const user of users) await world.set('aria', album, 1, { user });
    await Promise.all(users.map((user) => enter(code, { user })));
    const digests = await Promise.all(
      users.map(
        async (user) => (await read(world.post('aria', '/api/checkout/quote', { address }, { user }))).body.digest,
      ),
    );
    const buy = async (user: string, index: number) => {
      for (;;) {
        const answer = await read(world.checkout('aria', user, { digest: digests[index] }));
        if (answer.body.code !== 'checkout_busy') return answer;
      }
    };
    const answers = await Promise.all(users.map(buy));
    const placed = answers.filter(({ status }) => status === 200);
    expect(placed).toHaveLength(20);
    expect(await usesOf(world.table, 'aria', id)).toBe(20);
    const refused = answers.filter(({ status }) => status !== 200);
    for (const { body } of refused) expect(['discount_used_up', 'cart_changed']).toContain(body.code);
    for (const { body } of refused)
      expect(body.data.cart).toMatchObject({
        codes: [{ code, refusal: 'used-up' }],
        totals: { discount: { amountMinor: '0' } },
      });
    // One that comes to nothing gives its use back, once.
    const [{ body } = { body: {} }] = placed;
    const { orders } = world.scope('aria');
    const order = await orders.find(body.orderId);
    await world.stripe.checkout.sessions.expire(order?.sessionId ?? '');
    await Promise.all([1, 2, 3].map(() => reconcile(world.scope('aria'), body.orderId)));
    expect(await usesOf(world.table, 'aria', id)).toBe(19);
  }, 120_000);

  test('one’s own open order uses nothing up for oneself: going back and paying again works', async () => {
    const user = 'usr_back';
    const { code, id } = await newCode({ cap: 1, oncePerCustomer: true });
    await world.set('aria', album, 1, { user });
    await enter(code, { user });
    const first = await (await world.checkout('aria', user)).json();
    expect((await world.cart('aria', { user })).codes).toEqual([{ code }]);
    expect(await (await world.checkout('aria', user)).json()).toEqual(first);
    const second = await (await world.checkout('aria', user, { email: 'other@example.com' })).json();
    expect(second.orderId).not.toBe(first.orderId);
    expect(await usesOf(world.table, 'aria', id)).toBe(1);
  });

  test('each customer once, and again where the first order came to nothing', async () => {
    const user = 'usr_once';
    const { code } = await newCode({ oncePerCustomer: true });
    await world.set('aria', album, 1, { user });
    await enter(code, { user });
    const { url, orderId } = await (await world.checkout('aria', user)).json();
    await world.pay(url);
    await reconcile(world.scope('aria'), orderId);
    await world.set('aria', vinyl, 1, { user });
    expect(await refusalOf(enter(code, { user }))).toEqual([409, 'code_used_by_you']);
    await world.set('aria', vinyl, 1, { user: 'usr_else' });
    expect((await enter(code, { user: 'usr_else' })).status).toBe(200);
  });

  test('a code that works once works once, and again when its order expires', async () => {
    await putDiscount(world.table, { tenantId: 'aria', discountId: 'dsc_single', singleUse: ['ONLY-ONE'] });
    const [a, b] = ['usr_single_a', 'usr_single_b'];
    for (const user of [a, b]) {
      await world.set('aria', album, 1, { user });
      expect((await enter('only-one', { user })).status).toBe(200);
    }
    const answers = await Promise.all([a, b].map((user) => read(world.checkout('aria', user))));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    const { orderId } = answers.find(({ status }) => status === 200)?.body ?? {};
    const order = await world.scope('aria').orders.find(orderId);
    await world.stripe.checkout.sessions.expire(order?.sessionId ?? '');
    await reconcile(world.scope('aria'), orderId);
    const loser = order?.userId === a ? b : a;
    expect((await world.checkout('aria', loser)).status).toBe(200);
  });

  test('for a first order only', async () => {
    const user = 'usr_first';
    const { orderId, url } = await world.placed('aria', user, album);
    await world.pay(url);
    await reconcile(world.scope('aria'), orderId);
    const { code } = await newCode({ firstOrderOnly: true });
    await world.set('aria', vinyl, 1, { user });
    expect(await refusalOf(enter(code, { user }))).toEqual([409, 'code_not_first_order']);
  });
});
