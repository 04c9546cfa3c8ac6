import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Stripe from 'stripe';
import { freePort } from '../engines/process.ts';
import { readBody } from './api/body.ts';
import { secretKey, webhookSecret } from './testing-keys.ts';
import { createStripeServer, type StripeServer, type StripeServerOptions } from './server.ts';

export { secretKey, webhookSecret };

export interface Received {
  payload: string;
  signature: string;
}

export interface Harness extends AsyncDisposable {
  stripe: Stripe;
  origin: string;
  server: StripeServer;
  clientWith(key: string): Stripe;
}

/** A server on a port of its own, and the real client pointed at it. */
export async function startHarness(overrides: Partial<StripeServerOptions> = {}): Promise<Harness> {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const server = createStripeServer({
    secretKey,
    webhookSecret,
    webhookUrl: 'http://127.0.0.1:9/nobody-listens',
    publicOrigin: origin,
    ...overrides,
  });
  await server.start(port);
  const clientWith = (key: string) =>
    new Stripe(key, { host: '127.0.0.1', port, protocol: 'http', maxNetworkRetries: 0 });
  return { stripe: clientWith(secretKey), origin, server, clientWith, [Symbol.asyncDispose]: () => server.stop() };
}

/** A webhook endpoint that remembers what it got; `answers` are its next statuses, then 200. */
export async function startReceiver(answers: number[] = []) {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    void readBody(request).then((payload = '') => {
      received.push({ payload, signature: String(request.headers['stripe-signature']) });
      response.writeHead(answers.shift() ?? 200).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/webhooks/stripe`;
  return {
    url,
    received,
    types: () => received.map(({ payload }) => (JSON.parse(payload) as Stripe.Event).type),
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export const albumLine = (quantity = 1): Stripe.Checkout.SessionCreateParams.LineItem => ({
  price_data: { currency: 'usd', unit_amount: 1299, product_data: { name: 'Night Ferry' } },
  quantity,
});

export const sessionParams = (
  overrides: Partial<Stripe.Checkout.SessionCreateParams> = {},
): Stripe.Checkout.SessionCreateParams => ({
  mode: 'payment',
  line_items: [albumLine()],
  success_url: 'http://aria.localhost/order/ord_1?session={CHECKOUT_SESSION_ID}',
  cancel_url: 'http://aria.localhost/checkout?cancelled=1',
  ...overrides,
});

export const card = (number: string, overrides: Record<string, string> = {}): Record<string, string> => ({
  email: 'ada@example.com',
  number,
  expiry: '12 / 40',
  cvc: '123',
  name: 'Ada Example',
  country: 'US',
  ...overrides,
});

/** Sends a form the way a browser without scripts does. */
export const submit = (url: string, form: Record<string, string>, headers: Record<string, string> = {}) =>
  fetch(url, { method: 'POST', body: new URLSearchParams(form), redirect: 'manual', headers });
