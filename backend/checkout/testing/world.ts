import { createTableTaxProvider } from '@tessera/commerce/tax/table-tax-provider.ts';
import type { Cart, OrderView } from '@tessera/contracts/api/checkout.ts';
import { TenantId } from '@tessera/contracts/ids.ts';
import type Stripe from 'stripe';
import { createTestTable } from '../../../tests/setup/table.ts';
import { card, secretKey, startHarness, startReceiver, submit, webhookSecret } from '../../local/stripe/testing.ts';
import { newId } from '../../platform/ids.ts';
import { createScopes } from '../deps.ts';
import { createStripe } from '../payment/stripe-client.ts';
import { createInbox } from '../webhook/inbox.ts';
import { handlePaymentEvent } from '../webhook/handle-event.ts';
import { address, germanAddress } from './addresses.ts';
import { createTestApp, signedRequest, type TestRequest } from './app.ts';
import { putShops } from './shops.ts';

export { address, germanAddress } from './addresses.ts';
export { album, ebook, monthly, tokens, vinyl, yearly } from './shops.ts';

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
  const app = createTestApp(deps);
  const inbox = createInbox(table, clock);
  const scopeOf = createScopes(deps);

  await putShops(table);

  const call = (tenantId: string, path: string, init: TestRequest = {}) =>
    app.request(path, signedRequest(tenantId, init, clock()));

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
