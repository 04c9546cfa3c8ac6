import type { Product, WorkDetail } from '@tessera/contracts/api/catalog.ts';
import type { WorkKind } from '@tessera/contracts/api/common.ts';
import { currencyDigits, toDecimal } from '@tessera/ui/format-money.ts';

const types: Record<WorkKind, string | undefined> = {
  album: 'MusicAlbum',
  track: 'MusicRecording',
  book: 'Book',
  audiobook: 'Audiobook',
  film: 'Movie',
  course: 'Course',
  podcast: 'PodcastSeries',
  merch: undefined,
  subscription: undefined,
  tokens: undefined,
};

const availabilities = {
  available: 'InStock',
  low: 'LimitedAvailability',
  'sold-out': 'SoldOut',
  'back-order': 'BackOrder',
  'not-here': 'OutOfStock',
} as const;

/** schema.org's words for a work: the offers are the ones the page shows, at the prices it shows. */
export function workJsonLd(work: WorkDetail, path: string): Record<string, unknown> {
  const type = types[work.kind];
  return {
    '@context': 'https://schema.org',
    '@type': type ? ['Product', type] : 'Product',
    name: work.title,
    description: work.description,
    image: work.cover.src,
    url: path,
    ...(work.makers.length > 0 ? { author: work.makers.map(({ name }) => ({ '@type': 'Person', name })) } : {}),
    ...(work.genres.length > 0 ? { genre: work.genres } : {}),
    ...(work.publishedOn ? { datePublished: work.publishedOn } : {}),
    offers: work.products.flatMap((product) => offerOf(product, path)),
  };
}

function offerOf({ title, price, availability }: Product, path: string): Record<string, unknown>[] {
  if (!price) return [];
  const { amountMinor, currency } = price.amount;
  return [
    {
      '@type': 'Offer',
      name: title,
      price: toDecimal(amountMinor, currencyDigits(currency)),
      priceCurrency: currency,
      availability: `https://schema.org/${availabilities[availability.state]}`,
      url: path,
    },
  ];
}
