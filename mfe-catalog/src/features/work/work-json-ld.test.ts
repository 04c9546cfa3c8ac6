import type { Product, WorkDetail } from '@tessera/contracts/api/catalog.ts';
import { expect, it } from 'vitest';
import { workJsonLd } from './work-json-ld.ts';

const product = (overrides: Partial<Product>): Product => ({
  id: 'prd_1',
  title: 'FLAC',
  format: 'flac',
  delivery: 'digital',
  availability: { state: 'available' },
  maxQuantity: 1,
  files: [],
  ...overrides,
});

const price = (amountMinor: string, currency: string) => ({
  amount: { amountMinor, currency },
  tax: { display: 'inclusive' as const, label: 'incl. VAT' },
});

const work = (overrides: Partial<WorkDetail> = {}): WorkDetail => ({
  id: 'wrk_1',
  slug: 'glass-harbour',
  kind: 'album',
  title: 'Glass Harbour',
  makers: [{ id: 'mkr_1', slug: 'mara', name: 'Mara Lindqvist', role: 'Songwriter' }],
  cover: { src: '/cover.svg', srcset: [], width: 960, height: 960, color: '#123456', alt: '' },
  badges: [],
  description: 'Rain.',
  genres: ['Folk'],
  contents: [],
  contentsLabel: 'tracks',
  licence: 'For you.',
  products: [],
  related: [],
  storeName: 'Aria',
  ...overrides,
});

it('offers what the page offers, at the prices it shows, and nothing without a price', () => {
  const { offers } = workJsonLd(
    work({
      products: [
        product({ price: price('1299', 'EUR') }),
        product({ title: 'Vinyl', price: price('2800', 'JPY'), availability: { state: 'sold-out' } }),
        product({ title: 'Not here', availability: { state: 'not-here' } }),
      ],
    }),
    '/work/wrk_1/glass-harbour',
  );
  expect(offers).toMatchObject([
    { name: 'FLAC', price: '12.99', priceCurrency: 'EUR', availability: 'https://schema.org/InStock' },
    { name: 'Vinyl', price: '2800', priceCurrency: 'JPY', availability: 'https://schema.org/SoldOut' },
  ]);
});

it.each([
  ['album', ['Product', 'MusicAlbum']],
  ['film', ['Product', 'Movie']],
  ['merch', 'Product'],
] as const)('calls a work of kind %s %s', (kind, type) => {
  expect(workJsonLd(work({ kind }), '/x')['@type']).toEqual(type);
});

it('says nothing of what is not known', () => {
  const facts = workJsonLd(work({ makers: [], genres: [] }), '/x');
  expect(facts).not.toHaveProperty('author');
  expect(facts).not.toHaveProperty('genre');
  expect(facts).not.toHaveProperty('datePublished');
});
