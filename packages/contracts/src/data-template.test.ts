import { expect, it } from 'vitest';
import { toDataUrl } from './data-template.ts';

const viewing = { locale: 'en', currency: 'USD', country: 'US' };
const suffix = 'country=US&currency=USD';

it.each([
  ['/api/public/catalog/items/{id}', { id: 'wrk_1' }, '', `/api/public/catalog/items/wrk_1?${suffix}&locale=en`],
  ['/api/public/x{?q,kind}', {}, '?q=sea&b=1', `/api/public/x?${suffix}&locale=en&q=sea`],
  ['/api/public/x{?q,kind}', { kind: 'album' }, '?kind=film', `/api/public/x?${suffix}&kind=album&locale=en`],
  ['/api/cart', {}, '?q=sea', '/api/cart'],
  ['/api/me/orders/{id}', { id: 'a b' }, '', '/api/me/orders/a%20b'],
])('fills %s from %o and "%s"', (template, params, search, url) => {
  expect(toDataUrl(template, { params, search: new URLSearchParams(search), ...viewing })).toBe(url);
});
