import type { Seen, Visitor } from '../../../backend/local/identity/testing/visitor.ts';
import { digitalProduct, writeHeaders } from './scenarios.ts';

const details = {
  address: { name: 'Sam Rivera', region: 'CA', postalCode: '94103', country: 'US' },
  acceptedTerms: true,
};
const card = { number: '4242 4242 4242 4242', expiry: '12 / 40', cvc: '123', name: 'Sam Rivera', country: 'US' };
const settled = new Set(['paid', 'fulfilled']);

/** Cart, pending order, hosted payment form, and the order as the confirmation page sees it: paid. */
export async function buy(visitor: Visitor, origin: string, email: string): Promise<void> {
  const cart = { op: 'set', productId: digitalProduct(), quantity: 1 };
  await post(visitor, `${origin}/api/cart`, cart);
  const opened = await post(visitor, `${origin}/api/checkout/create-session`, { email, ...details });
  const { url, orderId } = JSON.parse(opened.text) as { url: string; orderId: string };

  const body = new URLSearchParams({ email, ...card }).toString();
  const headers = { 'content-type': 'application/x-www-form-urlencoded', origin: new URL(url).origin };
  const paid = await visitor.visit(url, { method: 'POST', body, headers, follow: false });
  if (paid.status !== 303) throw new Error(`The payment page answered ${paid.status}`);

  const { text, status } = await visitor.visit(`${origin}/api/checkout/orders/${orderId}`);
  const { state } = JSON.parse(text) as { state?: string };
  if (!settled.has(state ?? '')) throw new Error(`Order ${orderId} is ${state ?? `unknown (${status})`}`);
}

async function post(visitor: Visitor, url: string, body: unknown): Promise<Seen> {
  const seen = await visitor.visit(url, { method: 'POST', body: JSON.stringify(body), headers: writeHeaders() });
  if (seen.status !== 200) throw new Error(`${url} answered ${seen.status}: ${seen.text.slice(0, 300)}`);
  return seen;
}
