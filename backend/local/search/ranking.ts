import type { WorkQuery } from '../../platform/search/port.ts';
import type { WorkEntry } from './work-entry.ts';

/**
 * How well an entry fits: the title that is the query, then titles that begin with it, then whole words in title and
 * makers before beginnings of words, shorter titles before longer ones.
 */
export function relevanceOf({ titleWords, makerWords }: WorkEntry, words: readonly string[]): number {
  const title = titleWords.join(' ');
  const phrase = words.join(' ');
  let score = 0;
  if (title === phrase) score += 100;
  else if (title.startsWith(`${phrase} `)) score += 40;
  else if (` ${title} `.includes(` ${phrase} `)) score += 20;
  for (const word of words) {
    score += wordScore(titleWords, word, 10, 3);
    score += wordScore(makerWords, word, 8, 2);
  }
  return score + 5 / (1 + titleWords.length);
}

function wordScore(words: readonly string[], typed: string, whole: number, beginning: number): number {
  if (words.includes(typed)) return whole;
  return words.some((word) => word.startsWith(typed)) ? beginning : 0;
}

type Compare = (a: WorkEntry, b: WorkEntry) => number;

export function compareBy({ sort, priceListId = '' }: Pick<WorkQuery, 'sort' | 'priceListId'>): Compare {
  const byId: Compare = (a, b) => compareText(a.document.id, b.document.id);
  const newest: Compare = (a, b) => compareText(b.document.publishedOn, a.document.publishedOn) || byId(a, b);
  const byPrice =
    (direction: 1 | -1): Compare =>
    (a, b) => {
      const [left, right] = [a.document.listPrices[priceListId], b.document.listPrices[priceListId]];
      if (left === undefined || right === undefined)
        return Number(left === undefined) - Number(right === undefined) || byId(a, b);
      return direction * (left - right) || byId(a, b);
    };
  switch (sort) {
    case 'price-asc':
      return byPrice(1);
    case 'price-desc':
      return byPrice(-1);
    case 'title':
      return (a, b) => compareText(a.titleWords.join(' '), b.titleWords.join(' ')) || byId(a, b);
    case 'relevance':
    case 'newest':
      return newest;
  }
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
