import { Cart, OrderView } from '@tessera/contracts/api/checkout.ts';
import { EntitlementView, InvoiceView } from '@tessera/contracts/api/library.ts';
import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { z } from 'zod';
import { createVisitor, type Seen } from '../../backend/local/identity/testing/visitor.ts';
import { seedTenants } from '../../backend/local/seed/content/tenants.ts';

export interface Placed {
  orderId: string;
  /** Of the payment page. */
  url: string;
}

const password = 'Lighthouse-Keeper-42';
const Mails = z.array(z.object({ subject: z.string(), text: z.string().default('') }));
const landing = '/robots.txt';
/** Where somebody lives who shops there. */
const homes: Readonly<Record<string, object>> = {
  aria: { country: 'DE' },
  folio: { country: 'DE' },
  lumen: { country: 'CA', region: 'ON', postalCode: 'M5V 2T6' },
};

/** Files a shop sells, each of another work. */
export function productsOf(tenantId: string): string[] {
  const tenant = seedTenants.find(({ profile }) => profile.id === tenantId);
  const products = tenant?.works.map((work) => work.products.find(({ files }) => files.length > 0)?.id) ?? [];
  return products.filter((id) => id !== undefined);
}

/** Somebody who shops without a browser, through what a shop's pages and forms use. */
export function createShopper(tenantId: string, portOf: () => number) {
  const visitor = createVisitor(portOf);
  const on = (host: string, path: string): string => `http://${host}:${portOf()}${path}`;
  const send = (path: string, body?: string, type = 'application/json'): Promise<Seen> =>
    visitor.visit(on(`${tenantId}.localhost`, path), {
      headers: { accept: 'application/json', 'content-type': type, 'x-tessera-csrf': '1' },
      follow: false,
      ...(body === undefined ? {} : { method: 'POST', body }),
    });
  const api = (path: string, body?: unknown) => send(path, body === undefined ? undefined : JSON.stringify(body));
  const answered = async (path: string, body?: unknown): Promise<unknown> => {
    const { status, text } = await api(path, body);
    expect([path, status, status === 200 ? '' : text]).toEqual([path, 200, '']);
    return JSON.parse(text);
  };
  const openSignIn = (): Promise<Seen> =>
    visitor.visit(on(`${tenantId}.localhost`, `/api/session/sign-in?return_to=${encodeURIComponent(landing)}`));
  const mailsTo = async (email: string) =>
    Mails.parse(
      JSON.parse((await visitor.visit(on('mail.localhost', `/messages.json?to=${encodeURIComponent(email)}`))).text),
    );
  const ofOrder =
    <T extends { orderId: string }>(schema: z.ZodType<T>, path: string) =>
    async (orderId: string): Promise<T[]> => {
      const { items } = z.object({ items: z.array(schema) }).parse(await answered(path));
      return items.filter((item) => item.orderId === orderId);
    };

  const self = {
    password,
    mailsTo,
    send,
    /** What the API answers with 200. */
    read: (path: string) => answered(path),
    /** Makes an account, with the code that is mailed for it, and is signed in. */
    async signUp(): Promise<string> {
      const email = `${randomUUID()}@shopper.example`;
      const signIn = await openSignIn();
      const form = await visitor.visit(new URL(`${signIn.url.pathname}/sign-up`, signIn.url));
      const verify = await visitor.submit(form, { name: 'Kim Winter', email, password });
      const [mail] = await mailsTo(email);
      const code = /\b\d{6}\b/.exec(`${mail?.subject} ${mail?.text}`)?.[0] ?? '';
      expect((await visitor.submit(verify, { code })).url.pathname).toBe(landing);
      return email;
    },
    async signIn(person: { email: string; password: string }): Promise<void> {
      expect((await visitor.submit(await openSignIn(), person)).url.pathname).toBe(landing);
    },
    isSignedIn: async (): Promise<boolean> => (await api('/api/me/entitlements')).status === 200,
    cart: async (): Promise<Cart> => Cart.parse(await answered('/api/cart')),
    put: (productId: string, quantity: number) => answered('/api/cart', { op: 'set', productId, quantity }),
    /** Puts one product into the cart and goes as far as the payment page. */
    async placeOrder(productId: string, email: string): Promise<Placed> {
      await self.put(productId, 1);
      const address = { name: 'Kim Winter', ...homes[tenantId] };
      const body = { email, address, acceptedTerms: true };
      return z
        .object({ orderId: z.string(), url: z.url() })
        .parse(await answered('/api/checkout/create-session', body));
    },
    /** Settles when the payment server has taken the money. */
    async pay({ url }: Placed, email: string): Promise<void> {
      const card = { number: '4242424242424242', expiry: '12 / 34', cvc: '123', name: 'Kim Winter', country: 'DE' };
      const paid = await visitor.submit(await visitor.visit(url), { ...card, email }, { follow: false });
      expect(paid.status).toBe(303);
    },
    order: async (orderId: string): Promise<OrderView> =>
      OrderView.parse(await answered(`/api/checkout/orders/${orderId}`)),
    entitlementsOf: ofOrder(EntitlementView, '/api/me/entitlements?limit=100'),
    invoicesOf: ofOrder(InvoiceView, '/api/me/invoices?limit=100'),
    async untilOwned(orderId: string): Promise<void> {
      await expect.poll(() => self.entitlementsOf(orderId), { timeout: 40_000 }).not.toEqual([]);
    },
  };
  return self;
}

export type Shopper = ReturnType<typeof createShopper>;
