import { expect, test } from 'vitest';
import { rational } from '../money/rational.ts';
import type { Conversion } from './convert.ts';
import { resolvePrice, type ListedPrice } from './resolve-price.ts';

const base: ListedPrice = { priceListId: 'usd', currency: 'USD', countries: [], amountMinor: 1000n, kind: 'regular' };
const request = { currency: 'USD', country: 'US', at: '2026-06-01T00:00:00Z' };
const minorOf = (listed: ListedPrice[], extra = {}) => {
  const found = resolvePrice(listed, { ...request, ...extra });
  return found.ok ? found.price.amountMinor : found.reason;
};

test('a list of the country comes before the currency’s', () => {
  const regional = { ...base, priceListId: 'us', countries: ['US'], amountMinor: 1100n };
  expect(minorOf([base, regional])).toBe(1100n);
  expect(minorOf([base, regional], { country: 'CA' })).toBe(1000n);
});

test('is not sold where no list leads', () => {
  expect(minorOf([])).toBe('not-sold-here');
  expect(minorOf([base], { currency: 'EUR' })).toBe('not-sold-here');
});

test('a window opens at its start and is shut at its end', () => {
  const windowed = { ...base, validFrom: '2026-06-01T00:00:00Z', validUntil: '2026-07-01T00:00:00Z' };
  expect(minorOf([windowed])).toBe(1000n);
  expect(minorOf([windowed], { at: '2026-05-31T23:59:59.999Z' })).toBe('not-sold-here');
  expect(minorOf([windowed], { at: '2026-07-01T00:00:00Z' })).toBe('not-sold-here');
});

test('of two regular prices the later one is in force', () => {
  const later = { ...base, amountMinor: 1200n, validFrom: '2026-01-01T00:00:00Z' };
  expect(minorOf([base, later])).toBe(1200n);
});

test('a sale counts only where it is lower, and strikes the regular price', () => {
  const sale: ListedPrice = { ...base, kind: 'sale', amountMinor: 800n };
  expect(resolvePrice([base, sale], request)).toMatchObject({
    ok: true,
    price: { amountMinor: 800n, compareAtMinor: 1000n, sale: true },
  });
  expect(minorOf([base, { ...sale, amountMinor: 1100n }])).toBe(1000n);
});

test('converts the base and what it strikes, and keeps how', () => {
  const conversion: Conversion = {
    baseCurrency: 'USD',
    rate: rational(15000n, 100n),
    rateAt: '2026-06-01T00:00:00Z',
    source: 'ecb',
    margin: rational(102n, 100n),
    ending: '99',
  };
  const sale: ListedPrice = { ...base, kind: 'sale', amountMinor: 800n };
  const found = resolvePrice([base, sale], { ...request, currency: 'JPY', country: 'JP', conversion });
  const { ending: _, ...kept } = conversion;
  expect(found).toMatchObject({
    ok: true,
    price: {
      currency: 'JPY',
      amountMinor: 1299n,
      compareAtMinor: 1599n,
      sale: true,
      rule: 'base-converted',
      conversion: { ...kept, baseMinor: 800n, roundingMinor: 75n },
    },
  });
});

test('a converted price that its ending raises to the struck one is no sale', () => {
  const conversion: Conversion = {
    ...{ baseCurrency: 'USD', rateAt: '2026-06-01T00:00:00Z', source: 'ecb', ending: '99' },
    ...{ rate: rational(1n, 1n), margin: rational(1n, 1n) },
  };
  const sale: ListedPrice = { ...base, kind: 'sale', amountMinor: 950n };
  const found = resolvePrice([{ ...base, amountMinor: 990n }, sale], { ...request, currency: 'EUR', conversion });
  expect(found).toMatchObject({ ok: true, price: { amountMinor: 999n, sale: false } });
  expect(found.ok && found.price).not.toHaveProperty('compareAtMinor');
});
