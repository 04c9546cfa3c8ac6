import { createTableTaxProvider } from '@tessera/commerce/tax/table-tax-provider.ts';
import type { Cart, OrderView } from '@tessera/contracts/api/checkout.ts';
import { headers } from '@tessera/contracts/http.ts';
import { TenantId } from '@tessera/contracts/ids.ts';
import type Stripe from 'stripe';
import { createTestTable } from '../../../tests/setup/table.ts';
import { card, secretKey, startHarness, startReceiver, submit, webhookSecret } from '../../local/stripe/testing.ts';
import type { Authenticator } from '../../platform/auth.ts';
import { newId } from '../../platform/ids.ts';
import { signTenant } from '../../platform/tenant-signature.ts';
import { createThrottle } from '../../platform/throttle.ts';
import { createCheckoutApp } from '../app.ts';
import { createScopes } from '../deps.ts';
import { createStripe } from '../payment/stripe-client.ts';
import { createInbox } from '../webhook/inbox.ts';
import { handlePaymentEvent } from '../webhook/handle-event.ts';
import { putProduct, putTenant } from './seed.ts';

const keys = [Buffer.alloc(32, 1)];
export const album = 'prd_album';
export const vinyl = 'prd_vinyl';
export const ebook = 'prd_ebook';
export const monthly = 'prd_pass-month';
export const yearly = 'prd_pass-year';
export const tokens = 'prd_tokens';
export const address = {
  name: 'Ada',
  line1: '1 Main St',
  city: 'Seattle',
  region: 'WA',
  postalCode: '98101',
  country: 'US',
};
export const germanAddress = { name: 'Ada', line1: 'Hauptstr. 1', city: 'Berlin', postalCode: '10115', country: 'DE' };

/** `aria:usr_1` is that person, signed in at Aria only. */
const authenticate: Authenticator = (value, tenantId) => {
  const [tenant, userId = ''] = value.split(':');
  const claims = { userId, email: `${userId}@example.com`, name: userId, roles: ['shopper' as const], sessionId: 's' };
  return Promise.resolve(tenant === tenantId ? claims : undefined);
};

/** Two shops over a real table and a real payment server, whose webhooks are kept to be delivered as a test likes. */
export async function startWorld() {
  const { client, tableName } = await createTestTable();
  const table = { client, tableName };
  const time = { offsetMs: 0 };
  const clock = () => new Date(Date.now() + time.offsetMs);
  const receiver = await startReceiver();
  const payment = await startHarness({ webhookUrl: receiver.url, nowMs: () => clock().getTime() });
  const stripe = createStripe({ secretKey, apiBase: payment.origin });
  const deps = { table, stripe, taxes: createTableTaxProvider(), clock, newId };
  const app = createCheckoutApp({
    ...deps,
    webhookSecret,
    publicScheme: 'http',
    publicPortSuffix: ':8080',
    http: {
      tenantKeys: keys,
      authenticate,
      throttle: createThrottle({
        clock,
        quotas: { write: { limit: 9999, windowSeconds: 60 }, costly: { limit: 9999, windowSeconds: 60 } },
      }),
    },
  });
  const inbox = createInbox(table, clock);
  const scopeOf = createScopes(deps);

  await putTenant(table, {
    tenantId: 'aria',
    name: 'Aria Records',
    country: 'US',
    countries: ['US', 'GB'],
    currencies: ['USD', 'GBP'],
    taxDisplay: 'exclusive',
    taxRegistrations: [{ country: 'US', region: 'WA' }],
  });
  await putTenant(table, {
    tenantId: 'folio',
    name: 'Folio Press',
    country: 'DE',
    countries: ['DE', 'FR'],
    currencies: ['EUR'],
    taxDisplay: 'inclusive',
    taxRegistrations: [{ country: 'DE' }],
  });
  await putProduct(table, {
    tenantId: 'aria',
    productId: album,
    title: 'Night Ferry',
    taxCode: 'txcd_10401100',
    prices: { USD: '1299', GBP: '1099' },
  });
  await putProduct(table, {
    tenantId: 'aria',
    productId: vinyl,
    title: 'Blue Hour',
    taxCode: 'txcd_99999999',
    maxQuantity: 3,
    stock: 5,
    prices: { USD: '2900' },
  });
  for (const [productId, interval, amount] of [
    [monthly, 'month', '900'],
    [yearly, 'year', '9000'],
  ] as const)
    await putProduct(table, {
      tenantId: 'aria',
      productId,
      workId: 'wrk_pass',
      interval,
      title: 'Pass',
      taxCode: 'txcd_10402100',
      prices: { USD: amount },
    });
  await putProduct(table, {
    tenantId: 'aria',
    productId: tokens,
    title: 'Ten tokens',
    tokens: { amount: 10, validMonths: 12 },
    taxCode: 'txcd_10103001',
    maxQuantity: 5,
    prices: { USD: '1500' },
  });
  await putProduct(table, {
    tenantId: 'folio',
    productId: ebook,
    title: 'Herbst',
    taxCode: 'txcd_10302000',
    maxQuantity: 2,
    prices: { EUR: '999' },
  });

  const call = (tenantId: string, path: string, init: RequestInit & { user?: string; cookies?: string } = {}) => {
    const host = `${tenantId}.localhost:8080`;
    const nowSeconds = Math.floor(clock().getTime() / 1000);
    const cookie = [init.cookies, init.user ? `__Host-session=${tenantId}:${init.user}` : '']
      .filter(Boolean)
      .join('; ');
    return app.request(path, {
      ...init,
      headers: {
        host,
        [headers.tenant]: signTenant({ tenantId, host, nowSeconds }, keys),
        [headers.csrf]: '1',
        'content-type': 'application/json',
        ...(cookie ? { cookie } : {}),
        ...(init.headers as Record<string, string>),
      },
    });
  };

  return {
    table,
    time,
    clock,
    stripe,
    payment,
    receiver,
    inbox,
    scopeOf,
    app,
    call,
    scope: (tenantId: string) => scopeOf(TenantId.parse(tenantId)),
    get: (tenantId: string, path: string, init: { user?: string; cookies?: string } = {}) => call(tenantId, path, init),
    post: (
      tenantId: string,
      path: string,
      body: unknown,
      init: { user?: string; cookies?: string; headers?: Record<string, string> } = {},
    ) =>
      call(tenantId, path, { ...init, method: 'POST', body: typeof body === 'string' ? body : JSON.stringify(body) }),
    set(
      tenantId: string,
      productId: string,
      quantity: number,
      init: { user?: string; cookies?: string; headers?: Record<string, string> } = {},
    ) {
      return this.post(tenantId, '/api/cart', { op: 'set', productId, quantity }, init);
    },
    checkout(
      tenantId: string,
      user: string,
      more: Record<string, unknown> = {},
      init: { headers?: Record<string, string> } = {},
    ) {
      const body = {
        email: `${user}@example.com`,
        address: tenantId === 'folio' ? germanAddress : address,
        acceptedTerms: true,
        ...more,
      };
      return this.post(tenantId, '/api/checkout/create-session', body, { user, ...init });
    },
    async placed(
      tenantId: string,
      user: string,
      productId: string,
      quantity = 1,
    ): Promise<{ url: string; orderId: string }> {
      await this.set(tenantId, productId, quantity, { user });
      const response = await this.checkout(tenantId, user);
      if (response.status !== 200) throw new Error(`${response.status} ${await response.text()}`);
      return response.json();
    },
    pay: (url: string, number = '4242424242424242') => submit(url, card(number)),
    async order(tenantId: string, user: string, orderId: string): Promise<OrderView> {
      return (await call(tenantId, `/api/checkout/orders/${orderId}`, { user })).json();
    },
    async cart(tenantId: string, init: { user?: string; cookies?: string }): Promise<Cart> {
      return (await call(tenantId, '/api/cart', init)).json();
    },
    deliver: (payload: string, signature: string) =>
      app.request('/api/webhooks/stripe', {
        method: 'POST',
        body: payload,
        headers: { host: 'id.localhost:8080', 'stripe-signature': signature },
      }),
    sign: (event: unknown, options: { secret?: string; timestamp?: number } = {}) => {
      const payload = JSON.stringify(event);
      const timestamp = options.timestamp ?? Math.floor(clock().getTime() / 1000);
      return {
        payload,
        signature: stripe.webhooks.generateTestHeaderString({
          payload,
          secret: options.secret ?? webhookSecret,
          timestamp,
        }),
      };
    },
    handle: (eventId: string) => handlePaymentEvent(eventId, { inbox, scopeOf }),
    async waitForEvents(...types: Stripe.Event.Type[]) {
      const started = Date.now();
      while (!types.every((type) => receiver.types().includes(type))) {
        if (Date.now() - started > 5_000) throw new Error(`only ${receiver.types().join()} arrived`);
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
      return receiver.received;
    },
    async stop() {
      await payment.server.stop();
      await receiver[Symbol.asyncDispose]();
    },
  };
}

export type World = Awaited<ReturnType<typeof startWorld>>;

export const cartCookieOf = (response: Response): string =>
  /__Host-cart=[^;]*/.exec(response.headers.get('set-cookie') ?? '')?.[0] ?? '';
