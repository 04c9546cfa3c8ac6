import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calculateFromTables } from './table-tax-provider.ts';
import type { TaxableLine, TaxBreakdown, TaxRequest } from './tax-provider.ts';

const ebook = 'txcd_10302000';
const audio = 'txcd_10401100';
const video = 'txcd_10402100';
const printed = 'txcd_35010000';
const shirt = 'txcd_30011000';

const line = (amountMinor: bigint, taxCode = audio, quantity = 1): TaxableLine => ({
  id: `l${amountMinor}`,
  taxCode,
  quantity,
  amountMinor,
});

const requestOf = (over: Partial<TaxRequest>): TaxRequest => ({
  currency: 'EUR',
  sellerCountry: 'DE',
  registrations: [{ country: 'DE' }, { country: 'DE', scheme: 'oss' }],
  destination: { country: 'DE' },
  priceMode: 'inclusive',
  rounding: 'invoice-by-rate',
  lines: [line(1000n)],
  ...over,
});

function taxOf(over: Partial<TaxRequest>): TaxBreakdown {
  const result = calculateFromTables(requestOf(over));
  if (!result.ok) throw new Error(result.reason);
  return result.breakdown;
}

const ratesOf = (over: Partial<TaxRequest>) =>
  taxOf(over).groups.map(({ tax, taxMinor }) => [tax.kind, tax.jurisdiction, tax.percent, taxMinor]);

describe('VAT', () => {
  test.each([
    ['DE', ebook, '7'],
    ['DE', audio, '19'],
    ['FR', ebook, '5.5'],
    ['IE', ebook, '0'],
    ['DK', ebook, '25'],
    ['FI', audio, '25.5'],
    ['HU', printed, '5'],
  ])('%s takes its own rate for %s: %s', (country, taxCode, percent) => {
    expect(taxOf({ destination: { country }, lines: [line(1000n, taxCode)] }).groups[0]?.tax.percent).toBe(percent);
  });

  test('inclusive: the net is rounded, the tax is what remains', () => {
    expect(taxOf({ lines: [line(999n, ebook)] })).toMatchObject({ netMinor: 934n, taxMinor: 65n, grossMinor: 999n });
  });

  test('by rate: the adjustment is what the rounded sum differs from the rounded lines by', () => {
    const found = taxOf({ lines: [line(10n), { ...line(10n), id: 'b' }, { ...line(10n), id: 'c' }] });
    expect(found.taxMinor).toBe(5n);
    expect(found.roundingAdjustmentMinor).toBe(-1n);
  });

  test('is not due where the seller is not registered, nor outside the tables', () => {
    expect(taxOf({ registrations: [] }).taxMinor).toBe(0n);
    expect(taxOf({ destination: { country: 'GB' } }).taxMinor).toBe(0n);
    expect(taxOf({ destination: { country: 'JP' } }).taxMinor).toBe(0n);
  });

  const home = { country: 'DE' };
  const oss = { country: 'DE', scheme: 'oss' } as const;
  test.each<[string, TaxRequest['registrations'], Partial<TaxRequest>, [string, string] | undefined]>([
    ['at home alone, below the threshold: its own rate', [home], {}, ['DE', '19']],
    ['at home alone, sold at home', [home], { destination: { country: 'DE' } }, ['DE', '19']],
    ['at home alone, sold out of the Union', [home], { destination: { country: 'GB' } }, undefined],
    ['at home and there', [home, { country: 'FR' }], {}, ['FR', '20']],
    ['at home and elsewhere', [home, { country: 'IT' }], {}, ['DE', '19']],
    ['for the One Stop Shop', [home, oss], {}, ['FR', '20']],
    ['for the One Stop Shop alone, from outside', [oss], { sellerCountry: 'US' }, ['FR', '20']],
    ['in another member state, from outside', [home], { sellerCountry: 'US' }, undefined],
    [
      'for the One Stop Shop, which is no registration out of the Union',
      [oss],
      { destination: { country: 'CH' } },
      undefined,
    ],
  ])('registered %s', (_, registrations, over, expected) => {
    const { groups } = taxOf({ destination: { country: 'FR' }, registrations, ...over });
    expect(groups.map(({ tax }) => [tax.jurisdiction, tax.percent])).toEqual(expected ? [expected] : []);
  });

  test('Switzerland and the United Kingdom know books', () => {
    const registrations = [{ country: 'CH' }, { country: 'GB' }];
    expect(ratesOf({ registrations, destination: { country: 'CH' }, lines: [line(1000n, ebook)] })).toEqual([
      ['vat', 'CH', '2.6', 25n],
    ]);
    expect(ratesOf({ registrations, destination: { country: 'GB' }, lines: [line(1200n)] })).toEqual([
      ['vat', 'GB', '20', 200n],
    ]);
  });
});

describe('United States', () => {
  const us = (region: string | undefined, over: Partial<TaxRequest> = {}) => ({
    currency: 'USD',
    registrations: ['NY', 'WA', 'CA', 'PA', 'MA'].map((state) => ({ country: 'US', region: state })),
    destination: { country: 'US', ...(region ? { region } : {}) },
    priceMode: 'exclusive' as const,
    rounding: 'line' as const,
    ...over,
  });

  test('taxes downloads only where the state does and the seller is registered', () => {
    expect(ratesOf(us('WA'))).toEqual([['sales-tax', 'US-WA', '6.5', 65n]]);
    expect(ratesOf(us('CA'))).toEqual([]);
    expect(ratesOf(us('TX'))).toEqual([]);
    expect(ratesOf(us('OR'))).toEqual([]);
    expect(ratesOf(us('CA', { lines: [line(1000n, 'txcd_99999999')] }))).toEqual([['sales-tax', 'US-CA', '7.25', 73n]]);
  });

  test('asks for the state', () => {
    expect(calculateFromTables(requestOf(us(undefined)))).toEqual({ ok: false, reason: 'region-needed' });
    expect(calculateFromTables(requestOf(us('XX')))).toEqual({ ok: false, reason: 'region-needed' });
  });

  test('clothing is free, free up to a price, or taxed in the excess', () => {
    expect(ratesOf(us('PA', { lines: [line(2500n, shirt)] }))).toEqual([]);
    expect(ratesOf(us('NY', { lines: [line(10999n, shirt)] }))).toEqual([]);
    expect(ratesOf(us('NY', { lines: [line(11000n, shirt)] }))).toEqual([['sales-tax', 'US-NY', '4', 440n]]);
    expect(ratesOf(us('MA', { lines: [line(37500n, shirt, 2)] }))).toEqual([['sales-tax', 'US-MA', '6.25', 156n]]);
  });
});

describe('Canada', () => {
  const canada = (region: string, taxCode = video) => ({
    currency: 'CAD',
    registrations: [{ country: 'CA' }, { country: 'CA', region: 'QC' }, { country: 'CA', region: 'BC' }],
    destination: { country: 'CA', region },
    priceMode: 'exclusive' as const,
    rounding: 'line' as const,
    lines: [line(10000n, taxCode)],
  });

  test.each([
    ['ON', [['hst', 'CA-ON', '13', 1300n]]],
    ['NS', [['hst', 'CA-NS', '14', 1400n]]],
    ['AB', [['gst', 'CA', '5', 500n]]],
    [
      'QC',
      [
        ['gst', 'CA', '5', 500n],
        ['qst', 'CA-QC', '9.975', 998n],
      ],
    ],
    [
      'BC',
      [
        ['gst', 'CA', '5', 500n],
        ['pst', 'CA-BC', '7', 700n],
      ],
    ],
    ['SK', [['gst', 'CA', '5', 500n]]],
  ])('%s states each authority by itself', (region, expected) => {
    expect(ratesOf(canada(region))).toEqual(expected);
  });

  test('printed books keep the federal part alone', () => {
    expect(ratesOf(canada('ON', printed))).toEqual([['hst', 'CA-ON', '5', 500n]]);
    expect(ratesOf(canada('QC', printed))).toEqual([['gst', 'CA', '5', 500n]]);
  });
});

test('net and tax always make the gross, and groups, lines and adjustment agree', () => {
  const lines = fc.array(
    fc.record({
      amountMinor: fc.bigInt({ min: 0n, max: 10n ** 9n }),
      taxCode: fc.constantFrom(ebook, audio, printed, shirt),
      quantity: fc.integer({ min: 1, max: 9 }),
    }),
    { maxLength: 12 },
  );
  const places = fc.constantFrom(
    { country: 'DE' },
    { country: 'CA', region: 'QC' },
    { country: 'US', region: 'NY' },
    { country: 'FI' },
  );
  fc.assert(
    fc.property(
      lines,
      places,
      fc.constantFrom('inclusive', 'exclusive'),
      fc.constantFrom('line', 'invoice-by-rate'),
      (given, destination, priceMode, rounding) => {
        const registrations = [destination, { country: destination.country }];
        const found = taxOf({
          lines: given.map((entry, index) => ({ ...entry, id: `l${index}` })),
          destination,
          registrations,
          priceMode,
          rounding,
        });
        const amount = given.reduce((sum, entry) => sum + entry.amountMinor, 0n);
        expect(found.netMinor + found.taxMinor).toBe(found.grossMinor);
        expect(priceMode === 'inclusive' ? found.grossMinor : found.netMinor).toBe(amount);
        expect(found.groups.reduce((sum, group) => sum + group.taxMinor, 0n)).toBe(found.taxMinor);
        const perLine = found.lines.reduce((sum, entry) => sum + entry.taxMinor, 0n);
        expect(perLine + found.roundingAdjustmentMinor).toBe(found.taxMinor);
        if (rounding === 'line') expect(found.roundingAdjustmentMinor).toBe(0n);
      },
    ),
    { seed: 11 },
  );
});
