import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { putProduct, setPrice, stockOf } from '../testing/seed.ts';
import { address, album, ebook, germanAddress, startWorld, vinyl, type World } from '../testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const lineItemsOf = async (orderId: string, tenantId = 'aria') => {
  const order = await world.scope(tenantId).orders.find(orderId);
  const { data } = await world.stripe.checkout.sessions.listLineItems(order?.sessionId ?? '');
  return data.map((line) => [line.description, line.amount_total]);
};

describe('POST /api/checkout/quote', () => {
  test('taxes by the address and names what it showed', async () => {
    const user = 'usr_quote';
    await world.set('aria', album, 1, { user });
    const response = await world.post('aria', '/api/checkout/quote', { address }, { user });
    expect(response.status).toBe(200);
    const { cart, digest } = await response.json();
    expect(cart.totals).toMatchObject({
      tax: { amountMinor: '84' },
      total: { amountMinor: '1383' },
      estimated: false,
      taxLines: [{ label: 'WA sales tax 6.5%', included: false }],
    });
    expect(digest).toMatch(/^[\w-]{43}$/);
  });

  test('an empty cart is a conflict; a state is asked for; a country that is not served is refused', async () => {
    const user = 'usr_quote_bad';
    expect((await world.post('aria', '/api/checkout/quote', { address }, { user })).status).toBe(409);
    await world.set('aria', album, 1, { user });
    const { region: _, ...noRegion } = address;
    const asked = await world.post('aria', '/api/checkout/quote', { address: noRegion }, { user });
    expect([asked.status, (await asked.json()).errors[0].path]).toEqual([422, 'body.address.region']);
    const elsewhere = await world.post('aria', '/api/checkout/quote', { address: germanAddress }, { user });
    expect([elsewhere.status, (await elsewhere.json()).errors[0].path]).toEqual([422, 'body.address.country']);
  });
});

describe('POST /api/checkout/create-session', () => {
  test('opens a page that charges exactly the order: products, then each tax by itself', async () => {
    const user = 'usr_open';
    await world.set('aria', album, 1, { user });
    await world.set('aria', vinyl, 1, { user });
    const response = await world.checkout('aria', user);
    expect(response.status).toBe(200);
    const { url, orderId } = await response.json();
    const order = await world.order('aria', user, orderId);
    expect(order).toMatchObject({
      state: 'pending',
      number: expect.stringMatching(/^A-\d{4}$/),
      totals: { total: { amountMinor: '4472' } },
    });
    const stored = await world.scope('aria').orders.find(orderId);
    const session = await world.stripe.checkout.sessions.retrieve(stored?.sessionId ?? '');
    expect(session).toMatchObject({
      url,
      amount_total: 4472,
      currency: 'usd',
      client_reference_id: orderId,
      customer_email: `${user}@example.com`,
      metadata: { order_id: orderId, tenant: 'aria', order_hash: stored?.hash },
      success_url: `http://aria.localhost:8080/order/${orderId}`,
      cancel_url: `http://aria.localhost:8080/checkout?order=${orderId}`,
      automatic_tax: { enabled: false },
    });
    expect(await lineItemsOf(orderId)).toEqual([
      ['Night Ferry – MP3', 1299],
      ['Blue Hour – Vinyl', 2900],
      ['WA sales tax 6.5%', 273],
    ]);
  });

  test('inclusive prices are charged as they stand, in the buyer’s language', async () => {
    const user = 'usr_german';
    await world.set('folio', ebook, 2, { user });
    const { orderId } = await (await world.checkout('folio', user, { locale: 'de' })).json();
    expect(await lineItemsOf(orderId, 'folio')).toEqual([['Herbst – MP3', 1998]]);
    const stored = await world.scope('folio').orders.find(orderId);
    const { success_url: success } = await world.stripe.checkout.sessions.retrieve(stored?.sessionId ?? '');
    expect(success).toBe(`http://folio.localhost:8080/de/order/${orderId}`);
    expect((await world.order('folio', user, orderId)).totals.taxLines[0]?.label).toMatch(/^MwSt. 7/);
  });

  test('signed out is 401; an empty cart 409; terms and address are needed', async () => {
    expect((await world.post('aria', '/api/checkout/create-session', {})).status).toBe(401);
    expect(
      (
        await world.call('aria', '/api/checkout/create-session', {
          method: 'POST',
          body: '{}',
          cookies: '__Host-session=folio:usr_1',
        })
      ).status,
    ).toBe(401);
    expect((await world.checkout('aria', 'usr_empty')).status).toBe(409);
    expect((await world.checkout('aria', 'usr_empty', { acceptedTerms: false })).status).toBe(422);
    expect((await world.checkout('aria', 'usr_empty', { email: 'nobody' })).status).toBe(422);
    expect((await world.checkout('aria', 'usr_empty', {}, { headers: { 'x-tessera-csrf': '0' } })).status).toBe(403);
  });

  test('a double click and two tabs lead to one order and one page', async () => {
    const user = 'usr_double';
    await world.set('aria', vinyl, 1, { user });
    const before = await stockOf(world.table, 'aria', vinyl);
    const answers = await Promise.all([1, 2, 3, 4].map(async () => (await world.checkout('aria', user)).json()));
    expect(new Set(answers.map(({ orderId }) => orderId)).size).toBe(1);
    expect(new Set(answers.map(({ url }) => url)).size).toBe(1);
    expect(await stockOf(world.table, 'aria', vinyl)).toBe((before ?? 0) - 1);
  });

  test('the same key twice is the same order; with other details it is refused', async () => {
    const user = 'usr_key';
    await world.set('aria', album, 1, { user });
    const init = { headers: { 'idempotency-key': 'checkout-0001' } };
    const first = await (await world.checkout('aria', user, {}, init)).json();
    await world.set('aria', vinyl, 1, { user });
    expect(await (await world.checkout('aria', user, {}, init)).json()).toEqual(first);
    const other = await world.checkout('aria', user, { email: 'other@example.com' }, init);
    expect([other.status, (await other.json()).code]).toEqual([409, 'idempotency_key_reused']);
    // The same key of another person is another key.
    await world.set('aria', album, 1, { user: 'usr_key_2' });
    expect((await (await world.checkout('aria', 'usr_key_2', {}, init)).json()).orderId).not.toBe(first.orderId);
  });

  test('other details close the first page, so that only one can be paid', async () => {
    const user = 'usr_change';
    const before = (await stockOf(world.table, 'aria', vinyl)) ?? 0;
    const first = await world.placed('aria', user, vinyl);
    const second = await (await world.checkout('aria', user, { email: 'second@example.com' })).json();
    expect(second.orderId).not.toBe(first.orderId);
    expect((await world.order('aria', user, first.orderId)).state).toBe('cancelled');
    expect((await world.pay(first.url)).status).not.toBe(303);
    expect(await stockOf(world.table, 'aria', vinyl)).toBe(before - 1);
  });

  test('a price that changed after the quote is not charged unseen', async () => {
    const user = 'usr_digest';
    const product = { tenantId: 'aria', productId: 'prd_moving' };
    await putProduct(world.table, { ...product, title: 'Moving', taxCode: 'txcd_10401100', prices: { USD: '500' } });
    await world.set('aria', 'prd_moving', 1, { user });
    const { digest } = await (await world.post('aria', '/api/checkout/quote', { address }, { user })).json();
    await setPrice(world.table, product, 'USD', '600');
    const refused = await world.checkout('aria', user, { digest });
    expect(refused.status).toBe(409);
    const { code, data } = await refused.json();
    expect([code, data.cart.lines[0].notice]).toEqual(['cart_changed', 'price-changed']);
    const again = await (await world.post('aria', '/api/checkout/quote', { address }, { user })).json();
    expect((await world.checkout('aria', user, { digest: again.digest })).status).toBe(200);
  });

  test('the last pieces go to as many buyers as there are pieces', async () => {
    const productId = 'prd_last';
    await putProduct(world.table, {
      tenantId: 'aria',
      productId,
      title: 'Last',
      taxCode: 'txcd_99999999',
      stock: 3,
      maxQuantity: 1,
      prices: { USD: '1000' },
    });
    const users = Array.from({ length: 8 }, (_, index) => `usr_race_${index}`);
    for (const user of users) expect((await world.set('aria', productId, 1, { user })).status).toBe(200);
    const statuses = await Promise.all(users.map(async (user) => (await world.checkout('aria', user)).status));
    expect(statuses.filter((status) => status === 200)).toHaveLength(3);
    expect(statuses.filter((status) => status === 409)).toHaveLength(5);
    expect(await stockOf(world.table, 'aria', productId)).toBe(0);
  });

  test('a free order needs no payment', async () => {
    const productId = 'prd_free';
    await putProduct(world.table, {
      tenantId: 'aria',
      productId,
      title: 'Free',
      taxCode: 'txcd_10401100',
      prices: { USD: '0' },
    });
    const { url, orderId } = await world.placed('aria', 'usr_free', productId);
    expect(url).toBe(`http://aria.localhost:8080/order/${orderId}`);
    expect((await world.order('aria', 'usr_free', orderId)).state).toBe('paid');
    expect((await world.cart('aria', { user: 'usr_free' })).lines).toEqual([]);
  });
});

describe('GET /api/checkout/orders/{id}', () => {
  test('is the buyer’s own: others, other tenants and nothing are the same 404', async () => {
    const { orderId } = await world.placed('aria', 'usr_owner', album);
    const answers = await Promise.all([
      world.get('aria', `/api/checkout/orders/${orderId}`, { user: 'usr_other' }),
      world.get('folio', `/api/checkout/orders/${orderId}`, { user: 'usr_owner' }),
      world.get('aria', '/api/checkout/orders/ord_none', { user: 'usr_owner' }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
    expect(new Set(await Promise.all(answers.map((answer) => answer.text()))).size).toBe(1);
    expect((await world.get('aria', `/api/checkout/orders/${orderId}`)).status).toBe(401);
  });
});
