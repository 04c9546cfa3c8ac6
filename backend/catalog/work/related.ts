import type { TenantSearch } from '../../platform/search/port.ts';
import { CardSource } from '../../table/search-document.ts';
import type { WorkItem } from '../../table/work.ts';

const maxRelated = 8;

/** Other works of its makers, then of its first genre; nothing where search does not answer: a page sells without. */
export async function findRelated(work: WorkItem, search: TenantSearch): Promise<readonly CardSource[]> {
  const [maker] = work.makers;
  const [genre] = work.genres;
  const ask = async (filters: { maker?: string; genre?: string }) =>
    (await search.search({ text: '', filters, sort: 'newest', offset: 0, limit: maxRelated + 1 })).hits;
  const found = await Promise.all([maker ? ask({ maker: maker.id }) : [], genre ? ask({ genre }) : []]);
  const cards = new Map(found.flat().map(({ id, card }) => [id, card]));
  cards.delete(work.workId);
  return [...cards.values()].slice(0, maxRelated).map((card) => CardSource.parse(card));
}
