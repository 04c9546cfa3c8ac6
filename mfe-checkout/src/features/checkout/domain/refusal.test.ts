import { describe, expect, it } from 'vitest';
import { nextAttempt, subjectOf } from './attempt.ts';
import { toRefusal } from './refusal.ts';

const problem = (status: number, code: string, errors?: { path: string; message: string }[]) => ({
  type: 'about:blank',
  title: code,
  status,
  code,
  ...(errors ? { errors } : {}),
});

describe('toRefusal', () => {
  it.each([
    [problem(409, 'cart_changed'), 'cart-changed'],
    [problem(409, 'order_closed'), 'start-again'],
    [problem(409, 'idempotency_key_reused'), 'start-again'],
    [problem(503, 'payment_unavailable'), 'payment-unavailable'],
    [problem(401, 'session_required'), 'signed-out'],
    [problem(429, 'too_many_requests'), 'busy'],
    [problem(500, 'internal'), 'failed'],
    [problem(422, 'invalid'), 'failed'],
  ])('reads %j', (input, reason) => {
    expect(toRefusal(input)).toEqual({ reason });
  });

  it('takes field errors to their fields', () => {
    const errors = [
      { path: 'body.address.region', message: 'Choose a state' },
      { path: 'body.somethingElse', message: 'no' },
    ];
    expect(toRefusal(problem(422, 'invalid', errors))).toEqual({ reason: 'fields', problems: { region: 'refused' } });
  });
});

describe('nextAttempt', () => {
  const details = {
    email: 'ada@example.com',
    acceptedTerms: true,
    address: { name: 'Ada', country: 'DE' },
  } as const;
  const subject = subjectOf({ id: 'crt_1', version: 3 }, details);
  const first = nextAttempt(undefined, subject, () => 'key-one-1');

  it('keeps its key for the same cart and details', () => {
    expect(nextAttempt(first, subjectOf({ id: 'crt_1', version: 3 }, { ...details }), () => 'key-two-2')).toBe(first);
  });

  it.each([
    ['a changed cart', subjectOf({ id: 'crt_1', version: 4 }, details)],
    [
      'another address',
      subjectOf({ id: 'crt_1', version: 3 }, { ...details, address: { name: 'Ada', country: 'AT' } }),
    ],
  ])('takes a new key for %s', (_, changed) => {
    expect(nextAttempt(first, changed, () => 'key-two-2').key).toBe('key-two-2');
  });
});
