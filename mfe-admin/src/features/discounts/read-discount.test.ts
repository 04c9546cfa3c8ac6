import { describe, expect, it } from 'vitest';
import { newDiscount, valuesOf, type DiscountValues } from './discount-values.ts';
import { readDiscount, toProblems } from './read-discount.ts';

const values = (over: Partial<DiscountValues> = {}): DiscountValues => ({
  ...newDiscount(new Date('2026-06-01T10:00:00Z')),
  name: 'Spring',
  percent: '20',
  ...over,
});
const problemsOf = (over: Partial<DiscountValues>) => {
  const read = readDiscount(values(over));
  return read.ok ? {} : read.problems;
};

describe('readDiscount', () => {
  it('reads a code of twenty percent, however it is typed', () => {
    expect(readDiscount(values({ code: ' spring 20 ', percent: '12,5', cap: '100' }))).toMatchObject({
      ok: true,
      code: 'SPRING20',
      rule: { name: 'Spring', offer: { kind: 'percent', percent: '12.5' }, cap: 100, renewals: 'once' },
    });
  });

  it('reads sums in the digits of their currency', () => {
    const read = readDiscount(values({ kind: 'amount', amounts: { USD: '5', JPY: '500', EUR: '' } }));
    expect(read).toMatchObject({
      ok: true,
      rule: {
        offer: {
          amounts: [
            { amountMinor: '500', currency: 'USD' },
            { amountMinor: '500', currency: 'JPY' },
          ],
        },
      },
    });
  });

  it.each([
    [{ name: ' ' }, { name: 'required' }],
    [{ percent: '0' }, { percent: 'percent' }],
    [{ percent: '100.5' }, { percent: 'percent' }],
    [{ kind: 'amount' as const }, { amounts: 'required' }],
    [{ kind: 'amount' as const, amounts: { JPY: '1.5' } }, { amounts: 'sum' }],
    [{ kind: 'buy-x-get-y' as const, buy: '0' }, { buy: 'number' }],
    [{ scope: 'products' as const, ids: ' , ' }, { ids: 'required' }],
    [{ scope: 'kinds' as const }, { kinds: 'required' }],
    [{ until: '2020-01-01T00:00' }, { until: 'order' }],
    [{ code: 'ä!' }, { code: 'code' }],
    [{ cap: '0' }, { cap: 'number' }],
    [{ priority: '101' }, { priority: 'number' }],
  ])('says at the field what is wrong: %j', (over, problems) => {
    expect(problemsOf(over)).toEqual(problems);
  });

  it('shows what it has read as it was typed', () => {
    const read = readDiscount(
      values({ kind: 'amount', amounts: { USD: '5.50' }, scope: 'works', ids: 'wrk_1\nwrk_2', quantity: '3' }),
    );
    if (!read.ok) throw new Error('not read');
    const discount = { id: 'dsc_1', method: read.method, rule: read.rule, singleUseCodes: 0, used: 0, revision: 1 };
    const shown = valuesOf({ ...discount, state: 'running', createdAt: '2026-06-01T10:00:00.000Z' });
    expect(readDiscount(shown)).toEqual(read);
  });
});

it('puts what the API refused at its fields', () => {
  expect(toProblems({ code: 'code_taken' })).toEqual({ code: 'taken' });
  expect(
    toProblems({ code: 'invalid_request', errors: [{ path: 'body.rule.offer.amounts.0' }, { path: 'body.rule.cap' }] }),
  ).toEqual({ amounts: 'refused', cap: 'cap-fixed' });
});
