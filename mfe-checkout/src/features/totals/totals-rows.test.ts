import type { Totals } from '@tessera/contracts/api/checkout.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toTotalsRows } from './totals-rows.ts';

const usd = (amount: number) => ({ amountMinor: String(amount), currency: 'USD' });
const taxLine = (label: string, amount: number, included: boolean) => ({
  label,
  ratePercent: '7',
  taxable: usd(1000),
  amount: usd(amount),
  included,
});

const totals = (overrides: Partial<Totals> = {}): Totals => ({
  subtotal: usd(1000),
  discount: usd(0),
  delivery: usd(0),
  tax: usd(70),
  total: usd(1070),
  taxLines: [taxLine('CA sales tax', 70, false)],
  taxDisplay: 'exclusive',
  estimated: false,
  ...overrides,
});
const kinds = (input: Totals, needsDelivery = false) =>
  toTotalsRows({ totals: input, needsDelivery }).map(({ kind }) => kind);

describe('toTotalsRows', () => {
  it('puts tax that comes on top before the total', () => {
    expect(kinds(totals())).toEqual(['subtotal', 'tax', 'total']);
  });

  it('puts tax that is in the prices after the total', () => {
    const inclusive = totals({ taxDisplay: 'inclusive', total: usd(1000), taxLines: [taxLine('VAT 7 %', 65, true)] });
    expect(kinds(inclusive)).toEqual(['subtotal', 'total', 'included-tax']);
  });

  it('says that tax is still to come where no address is known', () => {
    expect(kinds(totals({ estimated: true, taxLines: [], tax: usd(0), total: usd(1000) }))).toEqual([
      'subtotal',
      'tax-later',
      'total',
    ]);
  });

  it('speaks of delivery only where something is delivered', () => {
    expect(kinds(totals({ estimated: true }), true)).toContain('delivery-later');
    expect(kinds(totals(), true)).toContain('delivery');
    expect(kinds(totals({ delivery: usd(500) }))).toContain('delivery');
    expect(kinds(totals())).not.toContain('delivery');
  });

  it('adds up to the total wherever tax comes on top', () => {
    const amount = fc.integer({ min: 0, max: 1_000_000 });
    fc.assert(
      fc.property(amount, amount, amount, fc.array(amount, { maxLength: 3 }), (subtotal, discount, delivery, taxes) => {
        const tax = taxes.reduce((sum, value) => sum + value, 0);
        const input = totals({
          subtotal: usd(subtotal),
          discount: usd(discount),
          delivery: usd(delivery),
          tax: usd(tax),
          total: usd(subtotal - discount + delivery + tax),
          taxLines: taxes.map((value, index) => taxLine(`tax ${index}`, value, false)),
        });
        const sum = toTotalsRows({ totals: input, needsDelivery: true })
          .filter(({ kind }) => kind !== 'total')
          .reduce((all, row) => all + ('amount' in row ? BigInt(row.amount.amountMinor) : 0n), 0n);
        return sum === BigInt(input.total.amountMinor);
      }),
    );
  });
});
