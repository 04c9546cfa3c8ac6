import { allocate } from '../money/allocate.ts';
import { addRational, rational, type Rational } from '../money/rational.ts';
import { divideHalfUp } from '../money/rounding.ts';
import type { LineTax, PriceMode, Rounding, TaxBreakdown, TaxGroup, TaxRate } from './tax-provider.ts';

export interface RatedLine {
  id: string;
  amountMinor: bigint;
  /** How much of the amount is taxed. */
  taxedMinor: bigint;
  rates: readonly TaxRate[];
}

/**
 * Splits amounts into net and tax. `line` rounds each line and adds up; `invoice-by-rate` rounds once for each set of rates and states
 * what that differs from the lines by. Inclusive: the net is rounded and the tax is what remains, so the price people saw stands.
 */
export function breakDown(lines: readonly RatedLine[], mode: PriceMode, rounding: Rounding): TaxBreakdown {
  const lineTaxes = lines.map((line) => toLineTax(line, mode));
  const groups = rounding === 'line' ? sumGroups(lineTaxes) : roundGroups(lines, mode);
  const perLine = total(lineTaxes.map((line) => line.taxMinor));
  const taxMinor = total(groups.map((group) => group.taxMinor));
  const amount = total(lines.map((line) => line.amountMinor));
  return {
    lines: lineTaxes,
    groups,
    roundingAdjustmentMinor: taxMinor - perLine,
    netMinor: mode === 'inclusive' ? amount - taxMinor : amount,
    taxMinor,
    grossMinor: mode === 'inclusive' ? amount : amount + taxMinor,
  };
}

function toLineTax(line: RatedLine, mode: PriceMode): LineTax {
  const { taxableMinor, taxes } = taxOf(line.taxedMinor, line.rates, mode);
  const taxMinor = total(taxes);
  return {
    lineId: line.id,
    netMinor: mode === 'inclusive' ? line.amountMinor - taxMinor : line.amountMinor,
    taxMinor,
    grossMinor: mode === 'inclusive' ? line.amountMinor : line.amountMinor + taxMinor,
    parts: line.rates.map((tax, index) => ({ tax, taxableMinor, taxMinor: taxes[index] ?? 0n })),
  };
}

/** The tax of each rate on an amount, and the net it is due on. */
function taxOf(taxedMinor: bigint, rates: readonly TaxRate[], mode: PriceMode) {
  if (mode === 'exclusive') {
    const taxes = rates.map(({ rate }) => divideHalfUp(taxedMinor * rate.numerator, rate.denominator));
    return { taxableMinor: taxedMinor, taxes };
  }
  const sum = rates.reduce((all, { rate }) => addRational(all, rate), rational(0n, 1n));
  const taxableMinor = divideHalfUp(taxedMinor * sum.denominator, sum.denominator + sum.numerator);
  return { taxableMinor, taxes: rates.length === 0 ? [] : allocate(taxedMinor - taxableMinor, weights(rates, sum)) };
}

const weights = (rates: readonly TaxRate[], { denominator }: Rational): bigint[] =>
  rates.map(({ rate }) => (rate.numerator * denominator) / rate.denominator);

function sumGroups(lines: readonly LineTax[]): TaxGroup[] {
  const groups = new Map<string, TaxGroup>();
  for (const { parts } of lines)
    for (const { tax, taxableMinor, taxMinor } of parts) addTo(groups, { tax, taxableMinor, taxMinor });
  return [...groups.values()];
}

/** Lines with the same set of rates are rounded together, then each authority's share is added up. */
function roundGroups(lines: readonly RatedLine[], mode: PriceMode): TaxGroup[] {
  const sets = new Map<string, { rates: readonly TaxRate[]; taxedMinor: bigint }>();
  for (const { rates, taxedMinor } of lines) {
    const key = rates.map(keyOf).join('|');
    sets.set(key, { rates, taxedMinor: (sets.get(key)?.taxedMinor ?? 0n) + taxedMinor });
  }
  const groups = new Map<string, TaxGroup>();
  for (const { rates, taxedMinor } of sets.values()) {
    const { taxableMinor, taxes } = taxOf(taxedMinor, rates, mode);
    rates.forEach((tax, index) => {
      addTo(groups, { tax, taxableMinor, taxMinor: taxes[index] ?? 0n });
    });
  }
  return [...groups.values()];
}

function addTo(groups: Map<string, TaxGroup>, part: TaxGroup): void {
  const key = keyOf(part.tax);
  const group = groups.get(key);
  groups.set(key, {
    tax: part.tax,
    taxableMinor: (group?.taxableMinor ?? 0n) + part.taxableMinor,
    taxMinor: (group?.taxMinor ?? 0n) + part.taxMinor,
  });
}

const keyOf = ({ kind, jurisdiction, percent }: TaxRate) => `${kind}:${jurisdiction}:${percent}`;

const total = (amounts: readonly bigint[]): bigint => amounts.reduce((sum, amount) => sum + amount, 0n);
