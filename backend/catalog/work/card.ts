import type { WorkCard } from '@tessera/contracts/api/common.ts';
import { yearOf, type CardSource } from '../../table/search-document.ts';
import type { Pricing } from '../price/pricing.ts';

/** A work as shelves and lists show it. */
export function toCard(source: CardSource, pricing: Pricing): WorkCard {
  const fromPrice = pricing.lowestOf(source.offers);
  const year = yearOf(source.publishedOn);
  const onSale = fromPrice?.compareAt !== undefined && !source.badges.includes('sale');
  return {
    id: source.workId,
    slug: source.slug,
    kind: source.kind,
    title: source.title,
    makers: [...source.makers],
    cover: source.cover,
    ...(year === undefined ? {} : { year }),
    ...(source.durationSeconds === undefined ? {} : { durationSeconds: source.durationSeconds }),
    ...(fromPrice ? { fromPrice } : {}),
    badges: onSale ? [...source.badges, 'sale'] : [...source.badges],
  };
}
