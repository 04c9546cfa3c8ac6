import type { Problem } from '@tessera/contracts/http.ts';
import { formFields, type FormProblems } from './form.ts';

/** Why no payment page was opened; the page has the words. */
export type Refusal =
  | { reason: 'offline' | 'busy' | 'failed' | 'payment-unavailable' | 'not-chargeable' }
  | { reason: 'cart-changed' | 'cart-empty' | 'mixed-cart' | 'already-subscribed' }
  | { reason: 'discount-gone' | 'plan-needs-payment' }
  | { reason: 'signed-out' }
  /** The attempt's key is used up: a new one will do. */
  | { reason: 'start-again' }
  | { reason: 'fields'; problems: FormProblems };

export function toRefusal(problem: Problem): Refusal {
  const reason = byCode[problem.code];
  if (reason) return { reason };
  if (problem.status === 401) return { reason: 'signed-out' };
  if (problem.status === 429) return { reason: 'busy' };
  const problems = toFieldProblems(problem.errors ?? []);
  return Object.keys(problems).length > 0 ? { reason: 'fields', problems } : { reason: 'failed' };
}

const byCode: Readonly<Record<string, Exclude<Refusal['reason'], 'fields'>>> = {
  cart_changed: 'cart-changed',
  cart_empty: 'cart-empty',
  discount_used_up: 'discount-gone',
  plan_needs_payment: 'plan-needs-payment',
  mixed_cart: 'mixed-cart',
  already_subscribed: 'already-subscribed',
  checkout_busy: 'busy',
  idempotency_key_reused: 'start-again',
  order_closed: 'start-again',
  not_chargeable: 'not-chargeable',
  payment_unavailable: 'payment-unavailable',
};

/** The API names a field by its path: `body.address.region`. */
export function toFieldProblems(errors: readonly { path: string }[]): FormProblems {
  const problems: FormProblems = {};
  for (const { path } of errors) {
    const name = path.split('.').at(-1);
    const field = formFields.find((known) => known === name);
    if (field) problems[field] = 'refused';
  }
  return problems;
}
