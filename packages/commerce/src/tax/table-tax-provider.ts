import { breakDown } from './break-down.ts';
import { ratesFor, type ApplicableTax } from './rates-for.ts';
import { taxClassOf } from './tax-class.ts';
import type { TaxProvider, TaxRequest, TaxResult, TaxableLine } from './tax-provider.ts';

/** Tax from the tables of this folder: what one machine can know without a street address or a network. */
export function createTableTaxProvider(): TaxProvider {
  return { calculate: (request) => Promise.resolve(calculateFromTables(request)) };
}

export function calculateFromTables(request: TaxRequest): TaxResult {
  const lines = [];
  for (const line of request.lines) {
    const found = ratesFor(taxClassOf(line.taxCode), request);
    if (!found.ok) return found;
    const taxedMinor = taxedPart(line, found.tax);
    lines.push({
      id: line.id,
      amountMinor: line.amountMinor,
      taxedMinor,
      rates: found.tax.clothing && taxedMinor === 0n ? [] : found.tax.rates,
    });
  }
  return { ok: true, breakdown: breakDown(lines, request.priceMode, request.rounding) };
}

/** US clothing: the part of a line above what a piece may cost free of tax. The piece's price is the line's share. */
function taxedPart({ amountMinor, quantity }: TaxableLine, { clothing }: ApplicableTax): bigint {
  if (!clothing || quantity === 0) return amountMinor;
  if (clothing.freeUpToMinor === 'any') return 0n;
  const freeMinor = clothing.freeUpToMinor * BigInt(quantity);
  if (amountMinor <= freeMinor) return 0n;
  return clothing.above === 'excess' ? amountMinor - freeMinor : amountMinor;
}
