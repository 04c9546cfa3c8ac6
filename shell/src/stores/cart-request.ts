import type { Cart } from '@tessera/contracts/api/checkout.ts';
import type { Problem } from '@tessera/contracts/http.ts';
import { isRecord } from './is-record.ts';

export type CartAnswer = { ok: true; cart: Cart } | { ok: false; problem: Problem };

/** One call of the cart's API. No connection is a problem of status 0, code `offline`. */
export async function requestCart(
  fetch: (input: string, init?: RequestInit) => Promise<Response>,
  url: string,
  init?: RequestInit,
): Promise<CartAnswer> {
  try {
    const response = await fetch(url, init);
    const body: unknown = await response.json().catch(() => undefined);
    if (response.ok && isCart(body)) return { ok: true, cart: body };
    return { ok: false, problem: toProblem(body, response.status) };
  } catch {
    return { ok: false, problem: { type: 'about:blank', title: 'No connection', status: 0, code: 'offline' } };
  }
}

const isCart = (body: unknown): body is Cart =>
  isRecord(body) && Array.isArray(body['lines']) && typeof body['version'] === 'number' && isRecord(body['totals']);

const toProblem = (body: unknown, status: number): Problem => ({
  type: 'about:blank',
  title: isRecord(body) && typeof body['title'] === 'string' ? body['title'] : `HTTP ${status}`,
  code: isRecord(body) && typeof body['code'] === 'string' ? body['code'] : `http_${status}`,
  ...(isRecord(body) && typeof body['detail'] === 'string' ? { detail: body['detail'] } : {}),
  status,
});
