import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { passesLuhn, readCardForm } from './card-form.ts';

const now = new Date('2026-11-15T12:00:00Z');
const form = (overrides: Record<string, string> = {}) => ({
  email: 'ada@example.com',
  number: '4242 4242 4242 4242',
  expiry: '12/30',
  cvc: '123',
  name: 'Ada',
  country: 'DE',
  ...overrides,
});
const problemsOf = (overrides: Record<string, string>) => {
  const result = readCardForm(form(overrides), now);
  return result.ok ? {} : result.problems;
};

describe('readCardForm', () => {
  it('reads a card', () => {
    expect(readCardForm(form(), now)).toMatchObject({
      ok: true,
      card: { number: '4242424242424242', expMonth: 12, expYear: 2030 },
    });
  });

  it('reads the digits of an Arabic keyboard', () => {
    const typed = form({ number: '٤٢٤٢ ٤٢٤٢ ٤٢٤٢ ٤٢٤٢', expiry: '١٢/٣٤', cvc: '١٢٣' });
    expect(readCardForm(typed, now)).toMatchObject({
      ok: true,
      card: { number: '4242424242424242', expYear: 2034, cvc: '123' },
    });
  });

  it.each([
    [{ number: '4242' }, { number: 'number-incomplete' }],
    [{ number: '4242424242424241' }, { number: 'number-wrong' }],
    [{ number: '' }, { number: 'required' }],
    [{ expiry: '10/26' }, { expiry: 'expiry-past' }],
    [{ expiry: '11/26' }, {}],
    [{ expiry: '1130' }, {}],
    [{ expiry: '11 / 2030' }, {}],
    [{ expiry: '13/30' }, { expiry: 'expiry-format' }],
    [{ expiry: 'soon' }, { expiry: 'expiry-format' }],
    [{ cvc: '12' }, { cvc: 'cvc-length' }],
    [{ number: '378282246310005', cvc: '123' }, { cvc: 'cvc-length' }],
    [{ number: '378282246310005', cvc: '1234' }, {}],
    [{ email: 'ada' }, { email: 'email' }],
    [{ country: 'Germany' }, { country: 'country' }],
  ])('%j gives %j', (overrides, problems) => {
    expect(problemsOf(overrides)).toEqual(problems);
  });

  it('catches every single wrong digit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 15 }), fc.integer({ min: 1, max: 9 }), (at, by) => {
        const digits = [...'4242424242424242'];
        digits[at] = String((Number(digits[at]) + by) % 10);
        return !passesLuhn(digits.join(''));
      }),
    );
  });
});
