import type { Cart } from '@tessera/contracts/api/checkout.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { putProduct, setPrice } from '../testing/seed.ts';
import { album, cartCookieOf, ebook, startWorld, vinyl, type World } from '../testing/world.ts';
import { cartIdOfUser } from './cart-id.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const cartOf = async (response: Response | Promise<Response>): Promise<Cart> => (await response).json();

describe('GET /api/cart', () => {
  test('from nothing: an empty cart, and no cookie for having looked', async () => {
    const response = await world.get('aria', '/api/cart');
    expect(response.status).toBe(200);
    expect(response.headers.get('set-cookie')).toBeNull();
    expect(response.headers.get('etag')).toBe('"0"');
    expect(await response.json()).toMatchObject({
      version: 0,
      currency: 'USD',
      lines: [],
      itemCount: 0,
      needsDelivery: false,
    });
  });

  test('of a tenant without a shop is what a missing thing is', async () => {
    const response = await world.get('nobody', '/api/cart');
    expect([response.status, response.headers.get('content-type')]).toEqual([404, 'application/problem+json']);
    expect(await response.json()).toMatchObject({ status: 404, code: 'not_found' });
  });

  test('shows the currency that was asked for or chosen', async () => {
    const user = 'usr_currency';
    await world.set('aria', album, 1, { user });
    const asked = await cartOf(world.get('aria', '/api/cart?currency=GBP&country=GB', { user }));
    expect(asked.lines[0]?.unitPrice).toEqual({ amountMinor: '1099', currency: 'GBP' });
    const chosen = await world.cart('aria', { user, cookies: '__Host-view=GBP.GB' });
    expect(chosen.currency).toBe('GBP');
    expect((await world.cart('aria', { user, cookies: '__Host-view=XXX.YY' })).currency).toBe('USD');
  });

  test('tells what changed since: price, quantity, availability', async () => {
    const user = 'usr_notice';
    const of = (productId: string, over = {}) =>
      putProduct(world.table, {
        tenantId: 'aria',
        productId,
        title: productId,
        taxCode: 'txcd_99999999',
        maxQuantity: 9,
        stock: 9,
        prices: { USD: '1000' },
        ...over,
      });
    for (const productId of ['prd_dearer', 'prd_scarce', 'prd_both', 'prd_gone']) {
      await of(productId);
      expect((await world.set('aria', productId, 4, { user })).status).toBe(200);
    }
    await setPrice(world.table, { tenantId: 'aria', productId: 'prd_dearer' }, 'USD', '1200');
    await of('prd_scarce', { stock: 2 });
    await of('prd_both', { stock: 1, prices: { USD: '1100' } });
    await of('prd_gone', { status: 'draft' });
    const cart = await world.cart('aria', { user });
    expect(
      cart.lines.map(({ productId, quantity, notice, previousUnitPrice }) => [
        productId,
        quantity,
        notice,
        previousUnitPrice?.amountMinor,
      ]),
    ).toEqual([
      ['prd_dearer', 4, 'price-changed', '1000'],
      ['prd_scarce', 2, 'quantity-reduced', undefined],
      ['prd_both', 1, 'quantity-reduced', '1000'],
      ['prd_gone', 4, 'unavailable', undefined],
    ]);
    expect(cart.totals.subtotal.amountMinor).toBe('7900');
    expect(cart.itemCount).toBe(7);
  });
});

describe('POST /api/cart', () => {
  test('signed out: the first change brings the cookie, the next ones find the cart by it', async () => {
    const first = await world.set('aria', album, 1);
    expect(first.status).toBe(200);
    expect(first.headers.get('set-cookie')).toMatch(/^__Host-cart=crt_\w+; .*Path=\/; Secure; HttpOnly; SameSite=Lax/);
    const cookies = cartCookieOf(first);
    const second = await world.set('aria', vinyl, 2, { cookies });
    expect(second.headers.get('set-cookie')).toBeNull();
    expect(await second.json()).toMatchObject({
      version: 2,
      itemCount: 3,
      needsDelivery: true,
      totals: { subtotal: { amountMinor: '7099' }, estimated: true },
    });
    expect(await cartOf(world.set('aria', album, 0, { cookies }))).toMatchObject({ version: 3, itemCount: 2 });
  });

  test('inclusive shops show the tax that is inside', async () => {
    const cart = await cartOf(world.set('folio', ebook, 2));
    expect(cart.totals).toMatchObject({
      total: { amountMinor: '1998', currency: 'EUR' },
      tax: { amountMinor: '131' },
      taxDisplay: 'inclusive',
      taxLines: [{ label: 'VAT 7%', ratePercent: '7', included: true, taxable: { amountMinor: '1867' } }],
    });
  });

  test('412 with the current cart for a stale version', async () => {
    const user = 'usr_stale';
    await world.set('aria', album, 1, { user });
    expect((await world.set('aria', vinyl, 1, { user, headers: { 'if-match': '"1"' } })).status).toBe(200);
    const stale = await world.set('aria', vinyl, 2, { user, headers: { 'if-match': '"1"' } });
    expect(stale.status).toBe(412);
    expect(await stale.json()).toMatchObject({
      code: 'cart_version_stale',
      data: { cart: { version: 2, itemCount: 2 } },
    });
    expect((await world.set('aria', vinyl, 2, { user, headers: { 'if-match': 'nonsense' } })).status).toBe(412);
  });

  test('the same key twice changes nothing twice; with another body it is refused', async () => {
    const user = 'usr_twice';
    const headers = { 'idempotency-key': 'key-00000001' };
    const once = await cartOf(world.set('aria', album, 1, { user, headers }));
    const twice = await cartOf(world.set('aria', album, 1, { user, headers: { ...headers, 'if-match': '"0"' } }));
    expect(twice).toEqual(once);
    const other = await world.set('aria', album, 0, { user, headers });
    expect([other.status, (await other.json()).code]).toEqual([409, 'idempotency_key_reused']);
  });

  test('unknown products and those of other tenants are the same 404', async () => {
    const unknown = await world.set('aria', 'prd_unknown', 1);
    const foreign = await world.set('aria', ebook, 1);
    expect([unknown.status, foreign.status]).toEqual([404, 404]);
    expect(await unknown.text()).toBe(await foreign.text());
  });

  test('quantities end at the limit and at the stock', async () => {
    const user = 'usr_limits';
    expect((await world.set('aria', vinyl, 3, { user })).status).toBe(200);
    const tooMany = await world.set('aria', vinyl, 4, { user });
    expect([tooMany.status, (await tooMany.json()).data]).toEqual([409, { maxQuantity: 3 }]);
  });

  test.each([
    [{ op: 'set', productId: album, quantity: -1 }, 422],
    [{ op: 'set', productId: album, quantity: 1.5 }, 422],
    [{ op: 'add', productId: album, quantity: 1 }, 422],
    [{ op: 'set', productId: album, quantity: 1, price: 1 }, 200],
    ['not json', 400],
    ['x'.repeat(70_000), 413],
  ])('%j gets %d', async (body, status) => {
    expect((await world.post('aria', '/api/cart', body)).status).toBe(status);
  });

  test('403 without the CSRF header', async () => {
    expect((await world.set('aria', album, 1, { headers: { 'x-tessera-csrf': '0' } })).status).toBe(403);
  });

  test('many at once: each change is in it', async () => {
    const user = 'usr_many';
    await Promise.all([album, vinyl].map((productId) => world.set('aria', productId, 1, { user })));
    expect(await world.cart('aria', { user })).toMatchObject({ version: 2, itemCount: 2 });
  });
});

describe('signing in', () => {
  test('brings the cart along, once, and gives the cookie up', async () => {
    const user = 'usr_merge';
    await world.set('aria', vinyl, 1, { user });
    const cookies = cartCookieOf(await world.set('aria', album, 1));
    await world.set('aria', vinyl, 2, { cookies });
    const merged = await world.get('aria', '/api/cart', { user, cookies });
    expect(merged.headers.get('set-cookie')).toMatch(/^__Host-cart=; Max-Age=0/);
    const cart: Cart = await merged.json();
    expect(cart.lines.map(({ productId, quantity }) => [productId, quantity])).toEqual([
      [vinyl, 2],
      [album, 1],
    ]);
    await world.set('aria', album, 0, { user });
    expect((await world.cart('aria', { user, cookies })).lines).toHaveLength(1);
    expect((await world.cart('aria', { cookies })).lines).toEqual([]);
  });

  test('two tabs at once merge it once', async () => {
    const user = 'usr_tabs';
    const cookies = cartCookieOf(await world.set('aria', album, 1));
    await Promise.all([1, 2, 3].map(() => world.get('aria', '/api/cart', { user, cookies })));
    expect(await world.cart('aria', { user })).toMatchObject({ version: 1, itemCount: 1 });
  });

  test('nobody reaches a person’s cart by its id, nor another tenant’s cart by its cookie', async () => {
    const user = 'usr_private';
    await world.set('aria', album, 1, { user });
    expect((await world.cart('aria', { cookies: `__Host-cart=${cartIdOfUser(user)}` })).lines).toEqual([]);
    const cookies = cartCookieOf(await world.set('aria', album, 1));
    expect((await world.cart('folio', { cookies })).lines).toEqual([]);
  });
});
