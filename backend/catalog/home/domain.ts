import type { Home } from '@tessera/contracts/api/catalog.ts';
import type { HomeItem } from '../../table/home.ts';
import type { WorkItem } from '../../table/work.ts';
import type { Pricing } from '../price/pricing.ts';
import { toCard } from '../work/card.ts';

export const workIdsOf = ({ hero, shelves }: Pick<HomeItem, 'hero' | 'shelves'>): string[] => [
  ...(hero ? [hero.workId] : []),
  ...shelves.flatMap(({ workIds }) => workIds),
];

/** Works that are gone are left out, and a shelf without works too. */
export function toHome({ hero, shelves }: HomeItem, works: readonly WorkItem[], pricing: Pricing): Home {
  const cards = new Map(works.map((work) => [work.workId, toCard(work, pricing)]));
  const heroCard = hero && cards.get(hero.workId);
  return {
    ...(hero && heroCard ? { hero: { headline: hero.headline, text: hero.text, cta: hero.cta, work: heroCard } } : {}),
    shelves: shelves
      .map(({ workIds, ...shelf }) => ({ ...shelf, items: workIds.flatMap((id) => cards.get(id) ?? []) }))
      .filter(({ items }) => items.length > 0),
  };
}
