import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isoExponent } from '../money/iso-exponent.ts';
import { isChargeable } from '../money/psp-minimum.ts';
import { rational } from '../money/rational.ts';
import { convertMinor, type Conversion, type PriceEnding } from './convert.ts';

const conversion = (over: Partial<Conversion> = {}): Conversion => ({
  baseCurrency: 'USD',
  rate: rational(1n, 1n),
  rateAt: '2026-06-01T00:00:00Z',
  source: 'ecb',
  margin: rational(1n, 1n),
  ...over,
});

const rateOf = (perUnit: bigint) => ({ rate: rational(perUnit, 1_000n) });

test.each<[string, PriceEnding | undefined, bigint, bigint, bigint]>([
  ['EUR', undefined, 1000n, 921n, 921n],
  ['EUR', '99', 1000n, 921n, 999n],
  ['EUR', '90', 1000n, 921n, 990n],
  ['EUR', '90', 1000n, 991n, 1090n],
  ['EUR', 'whole', 1000n, 921n, 1000n],
  // Without minor units it is the hundreds that end so.
  ['JPY', '99', 1000n, 151_234n, 1599n],
  ['JPY', '90', 1000n, 151_234n, 1590n],
  ['JPY', 'whole', 1000n, 151_234n, 1512n],
  // Three minor digits, of which the last cannot be charged.
  ['KWD', undefined, 1000n, 307n, 3070n],
  ['KWD', '99', 1000n, 307n, 3990n],
  // Whole units alone are charged.
  ['ISK', '99', 1000n, 137_000n, 1399n],
  // The least that is charged.
  ['GBP', undefined, 20n, 790n, 30n],
  ['EUR', '99', 0n, 921n, 0n],
])('%s ending %s: %d at %d thousandths is %d', (currency, ending, baseMinor, perUnit, expected) => {
  const found = convertMinor(baseMinor, currency, conversion({ ...rateOf(perUnit), ...(ending ? { ending } : {}) }));
  expect(found.amountMinor).toBe(expected);
});

test('in every currency it can be charged, is no less than the exact amount, and grows with the base', () => {
  const currencies = Intl.supportedValuesOf('currency');
  const endings = fc.constantFrom<PriceEnding | undefined>('99', '90', 'whole', undefined);
  const amounts = fc.tuple(fc.bigInt(1n, 10n ** 4n), fc.bigInt(0n, 10n ** 3n));
  fc.assert(
    fc.property(
      fc.constantFrom(...currencies),
      endings,
      amounts,
      fc.bigInt(1n, 10n ** 6n),
      (currency, ending, [low, more], rate) => {
        const how = conversion({ rate: rational(rate, 10n ** 4n), ...(ending ? { ending } : {}) });
        const [a, b] = [convertMinor(low, currency, how), convertMinor(low + more, currency, how)];
        expect(isChargeable({ amountMinor: a.amountMinor, currency })).toBe(true);
        expect(a.amountMinor >= a.exactMinor).toBe(true);
        expect(b.amountMinor >= a.amountMinor).toBe(true);
        if (ending === 'whole') expect(a.amountMinor % 10n ** BigInt(isoExponent(currency))).toBe(0n);
      },
    ),
    { seed: 11, numRuns: 2_000 },
  );
});
