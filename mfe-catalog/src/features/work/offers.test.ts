import type { Product } from '@tessera/contracts/api/catalog.ts';
import { expect, it } from 'vitest';
import { firstChoice, hindrance } from './offers.ts';

const product = (overrides: Partial<Product>): Product => ({
  id: 'prd_1',
  title: 'FLAC',
  format: 'flac',
  delivery: 'digital',
  price: {
    amount: { amountMinor: '900', currency: 'USD' },
    tax: { display: 'exclusive', label: 'plus tax' },
  },
  availability: { state: 'available' },
  maxQuantity: 1,
  files: [],
  ...overrides,
});

it('starts with the first product that can be bought', () => {
  const vinyl = product({ id: 'prd_2', availability: { state: 'sold-out' } });
  const flac = product({ id: 'prd_3' });
  expect(firstChoice([vinyl, flac])?.id).toBe('prd_3');
  expect(firstChoice([vinyl])?.id).toBe('prd_2');
  expect(firstChoice([])).toBeUndefined();
});

it.each([
  ['available', undefined],
  ['low', undefined],
  ['back-order', undefined],
  ['sold-out', 'sold-out'],
  ['not-here', 'not-here'],
] as const)('%s is hindered by %s', (state, reason) => {
  expect(hindrance(product({ availability: { state } }))).toBe(reason);
});

it('cannot be bought without a price', () => {
  const { price: _none, ...priceless } = product({});
  expect(hindrance(priceless)).toBe('not-here');
});
