import { describe, expect, it } from 'vitest';
import { addressFormatOf } from './address-format.ts';
import { emptyForm, type FormValues, readForm } from './form.ts';

const values = (overrides: Partial<FormValues> = {}): FormValues => ({
  ...emptyForm,
  email: 'ada@example.com',
  name: 'Ada Example',
  country: 'DE',
  acceptedTerms: true,
  ...overrides,
});
const read = (overrides: Partial<FormValues>, needsDelivery = false) => {
  const input = values(overrides);
  return readForm(input, addressFormatOf(input.country, needsDelivery));
};
const problemsOf = (...input: Parameters<typeof read>) => {
  const result = read(...input);
  return result.ok ? {} : result.problems;
};

describe('readForm', () => {
  it('asks a German for no more than the country where nothing is shipped', () => {
    expect(read({ line1: 'left over from before' })).toEqual({
      ok: true,
      details: { email: 'ada@example.com', acceptedTerms: true, address: { name: 'Ada Example', country: 'DE' } },
    });
  });

  it.each([
    ['US', { region: 'required', postalCode: 'required' }],
    ['CA', { region: 'required', postalCode: 'required' }],
    ['GB', {}],
    ['ZZ', {}],
  ])('asks in %s for what its tax depends on', (country, problems) => {
    expect(problemsOf({ country })).toEqual(problems);
  });

  it.each([
    ['DE', { line1: 'required', postalCode: 'required', city: 'required' }],
    ['US', { line1: 'required', postalCode: 'required', city: 'required', region: 'required' }],
    ['ZZ', { line1: 'required', city: 'required' }],
  ])('asks in %s for a whole address where something is shipped', (country, problems) => {
    expect(problemsOf({ country }, true)).toEqual(problems);
  });

  it.each([
    ['US', '94103', true],
    ['US', '94103-1234', true],
    ['US', '9410', false],
    ['CA', 'k1a 0b1', true],
    ['CA', '12345', false],
  ])('knows a postal code of %s: %s', (country, postalCode, right) => {
    const result = read({ country, postalCode, region: 'CA' });
    expect(result.ok).toBe(right);
    if (result.ok) expect(result.details.address.postalCode).toBe(postalCode.toUpperCase());
  });

  it.each([
    [{ email: '' }, { email: 'required' }],
    [{ email: 'ada@example' }, { email: 'email' }],
    [{ name: '  ' }, { name: 'required' }],
    [{ name: 'x'.repeat(121) }, { name: 'too-long' }],
    [{ acceptedTerms: false }, { acceptedTerms: 'terms' }],
  ] as const)('refuses %j', (overrides, problems) => {
    expect(problemsOf(overrides)).toEqual(problems);
  });

  it('trims what was typed', () => {
    const result = read({ email: ' ada@example.com ', name: ' Ada ' });
    expect(result.ok && [result.details.email, result.details.address.name]).toEqual(['ada@example.com', 'Ada']);
  });
});
