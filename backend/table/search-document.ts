import { MakerRef, Picture, WorkCard, WorkKind } from '@tessera/contracts/api/common.ts';
import { z } from 'zod';
import type { SearchDocument } from '../platform/search/port.ts';
import type { StoredPrice } from './price.ts';
import type { WorkItem } from './work.ts';

const OfferOfCard = z.object({
  productId: z.string(),
  format: z.string(),
  taxCode: z.string(),
  interval: z.enum(['month', 'year']).exactOptional(),
  prices: z.array(
    z.object({
      priceListId: z.string(),
      currency: z.string(),
      countries: z.array(z.string()),
      amountMinor: z.string(),
      compareAtMinor: z.string().exactOptional(),
      kind: z.enum(['regular', 'sale']),
      validFrom: z.string(),
      validUntil: z.string().exactOptional(),
    }),
  ),
});

/** What a card is made of, in the index as in the table: everything but the viewer's currency, country and language. */
export const CardSource = z.object({
  workId: z.string(),
  slug: z.string(),
  kind: WorkKind,
  title: z.string(),
  makers: z.array(MakerRef),
  cover: Picture,
  publishedOn: z.string(),
  durationSeconds: z.number().exactOptional(),
  badges: WorkCard.shape.badges,
  offers: z.array(OfferOfCard),
});
export type CardSource = Pick<
  WorkItem,
  'workId' | 'slug' | 'kind' | 'title' | 'makers' | 'cover' | 'publishedOn' | 'durationSeconds' | 'badges' | 'offers'
>;

export function toSearchDocument(work: WorkItem, at: string): SearchDocument {
  const { workId, slug, kind, title, makers, cover, publishedOn, badges, offers } = work;
  const { durationSeconds } = work;
  const playing = durationSeconds === undefined ? {} : { durationSeconds };
  const card: CardSource = { workId, slug, kind, title, makers, cover, publishedOn, badges, offers, ...playing };
  const year = yearOf(publishedOn);
  return {
    id: workId,
    kind,
    title,
    ...(work.subtitle ? { subtitle: work.subtitle } : {}),
    makers: makers.map(({ id, slug: makerSlug, name }) => ({ id, slug: makerSlug, name })),
    genres: work.genres,
    formats: [...new Set(offers.map(({ format }) => format))],
    ...(year === undefined ? {} : { year }),
    publishedOn,
    description: work.description,
    listPrices: listPricesOf(
      offers.flatMap(({ prices }) => prices),
      at,
    ),
    card,
  };
}

/** The year of an ISO date; before year 1 and unknown dates have none. */
export function yearOf(publishedOn: string): number | undefined {
  const year = Number(/^(\d{4})(?:-|$)/.exec(publishedOn)?.[1]);
  return Number.isInteger(year) && year > 0 ? year : undefined;
}

function listPricesOf(prices: readonly StoredPrice[], at: string): Record<string, number> {
  const lowest: Record<string, number> = {};
  for (const { priceListId, amountMinor, validFrom, validUntil } of prices) {
    if (validFrom > at || (validUntil !== undefined && validUntil <= at)) continue;
    lowest[priceListId] = Math.min(lowest[priceListId] ?? Infinity, Number(amountMinor));
  }
  return lowest;
}
