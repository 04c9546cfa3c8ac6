import { z } from 'zod';
import type { SearchResult, Suggestion } from '@tessera/contracts/api/catalog.ts';
import { decodeCursor, encodeCursor } from '../../platform/cursor.ts';
import { maxOffset, type Completion, type WorkHits } from '../../platform/search/port.ts';
import { CardSource } from '../../table/search-document.ts';
import type { Pricing } from '../price/pricing.ts';
import { toCard } from '../work/card.ts';

const Position = z.object({ offset: z.int().min(0).max(maxOffset) });

export const offsetOf = (cursor: string | undefined): number => decodeCursor(cursor, Position)?.offset ?? 0;

export function toSearchResult(
  answer: WorkHits,
  page: { offset: number; limit: number },
  pricing: Pricing,
): SearchResult {
  const next = page.offset + answer.hits.length;
  const more = answer.hits.length > 0 && next < answer.total && next + page.limit <= maxOffset;
  return {
    items: answer.hits.map(({ card }) => toCard(CardSource.parse(card), pricing)),
    total: answer.total,
    facets: answer.facets.map(({ name, values }) => ({ name, values: [...values] })),
    ...(more ? { nextCursor: encodeCursor({ offset: next }) } : {}),
    ...(answer.didYouMean === undefined ? {} : { didYouMean: answer.didYouMean }),
  };
}

export function toSuggestion(completion: Completion): z.infer<typeof Suggestion> {
  switch (completion.kind) {
    case 'work': {
      const { workId, slug, title, cover } = CardSource.parse(completion.card);
      return { text: title, kind: 'work', href: `/work/${workId}/${slug}`, cover };
    }
    case 'maker':
      return { text: completion.name, kind: 'maker', href: `/artist/${completion.slug}` };
    case 'genre':
      return {
        text: completion.name,
        kind: 'query',
        href: `/search?${new URLSearchParams({ genre: completion.name })}`,
      };
  }
}
