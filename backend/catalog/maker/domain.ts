import type { Maker } from '@tessera/contracts/api/catalog.ts';
import type { MakerItem } from '../../table/maker.ts';
import type { WorkItem } from '../../table/work.ts';
import type { Pricing } from '../price/pricing.ts';
import { toCard } from '../work/card.ts';

/** A maker's page: newest works first. */
export function toMaker(maker: MakerItem, works: readonly WorkItem[], pricing: Pricing): Maker {
  const newestFirst = works.toSorted((a, b) => (a.publishedOn < b.publishedOn ? 1 : -1));
  return {
    id: maker.makerId,
    slug: maker.slug,
    name: maker.name,
    role: maker.role,
    bio: maker.bio,
    portrait: maker.portrait,
    works: newestFirst.map((work) => toCard(work, pricing)),
    links: [...maker.links],
  };
}
