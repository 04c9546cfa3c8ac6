import { expect } from '@playwright/test';
import { createVisitor } from '../../backend/local/identity/testing/visitor.ts';
import { ask, type Answer, type Ask } from './ask.ts';
import { shopOf } from './fixtures.ts';

interface Grant {
  id: string;
  workId: string;
  orderId: string;
  assets: { id: string }[];
}

export interface ApiCustomer {
  host: string;
  cookie: string;
  ask(path: string, options?: Ask): Promise<Answer>;
  /** Buys one product to the end and answers what it gave. */
  buy(productId: string): Promise<Grant & { orderId: string }>;
  entitlements(): Promise<Grant[]>;
}

/** A shopper who signs in through the hosted pages and shops through the API, without a browser. */
export async function signInByApi(tenantId: string): Promise<ApiCustomer> {
  const { shopper, origin } = shopOf(tenantId);
  const { host } = new URL(origin);
  const tenantHost = `${tenantId}.localhost`;
  const visitor = createVisitor(() => Number(process.env['TESSERA_PORT']));
  const form = await visitor.visit(`${origin}/api/session/sign-in?return_to=%2Frobots.txt`);
  const landed = await visitor.submit(form, { email: shopper.email, password: shopper.password });
  expect(landed.url.href).toBe(`${origin}/robots.txt`);
  const cookie = [...visitor.cookies(host)].map(([name, { value }]) => `${name}=${value}`).join('; ');

  const customer: ApiCustomer = {
    host: tenantHost,
    cookie,
    ask: (path, { headers, ...options } = {}) =>
      ask(tenantHost, path, { ...options, headers: { cookie, 'x-tessera-csrf': '1', ...headers } }),
    async entitlements() {
      const answer = await customer.ask('/api/me/entitlements?limit=100');
      return (answer.json() as { items: Grant[] }).items;
    },
    async buy(productId) {
      const change = { op: 'set', productId, quantity: 1 };
      expect((await customer.ask('/api/cart', { body: change })).status).toBe(200);
      const body = {
        email: shopper.email,
        address: { name: shopper.name, country: 'DE' },
        acceptedTerms: true,
      };
      const opened = await customer.ask('/api/checkout/create-session', { body });
      expect(opened.status, opened.text).toBe(200);
      const { url, orderId } = opened.json() as { url: string; orderId: string };
      const card = { number: '4242424242424242', expiry: '12 / 34', cvc: '123', name: shopper.name, country: 'DE' };
      await visitor.submit(await visitor.visit(url), { ...card, email: shopper.email }, { follow: false });
      const mine = async () => (await customer.entitlements()).find((grant) => grant.orderId === orderId);
      await expect.poll(mine, { timeout: 20_000 }).toBeDefined();
      const grant = await mine();
      if (!grant) throw new Error(`order ${orderId} gave nothing`);
      return grant;
    },
  };
  return customer;
}
