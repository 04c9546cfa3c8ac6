import { expect, test } from 'vitest';
import { withQuery } from './paths.ts';
import { roomAt, roomsOf } from './rooms.ts';

test.each([
  ['/admin', 'nav.overview'],
  ['/admin/orders', 'nav.orders'],
  ['/admin/orders/ord_1', 'nav.orders'],
  ['/admin/discounts', 'nav.discounts'],
  ['/admin/books', 'nav.books'],
  ['/admin/catalog', 'nav.catalog'],
  ['/admin/catalog/import/job_1', 'nav.import'],
  ['/admin/else', undefined],
])('%s lies in %s', (path, label) => {
  expect(roomAt(path)?.label).toBe(label);
});

test('everybody sees the rooms they are let into', () => {
  expect(roomsOf(['shopper'])).toEqual([]);
  expect(roomsOf(['shopper', 'developer']).map(({ label }) => label)).toEqual(['nav.releases']);
  expect(roomsOf(['staff'])).toHaveLength(5);
  expect(roomsOf(['platform'])).toHaveLength(9);
});

test('empty filters stay out of the address', () => {
  expect(withQuery('/admin/orders', { q: '', state: undefined })).toBe('/admin/orders');
  expect(withQuery('/admin/orders', { q: 'a b', state: 'paid' })).toBe('/admin/orders?q=a+b&state=paid');
});
