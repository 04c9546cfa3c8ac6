import type { SearchDocument, SearchFilters } from '../../platform/search/port.ts';
import { tokensOf } from './tokenizer.ts';

/** A document with what ranking needs of it, computed once. */
export interface WorkEntry {
  document: SearchDocument;
  /** Title and makers. */
  head: string;
  /** Every text of the document. */
  all: string;
  titleWords: readonly string[];
  makerWords: readonly string[];
  /** Every word of the entry, for spelling. */
  words: ReadonlySet<string>;
}

export function toEntry(document: SearchDocument): WorkEntry {
  const makerText = document.makers.map(({ name }) => name).join(' ');
  const head = `${document.title} ${makerText}`;
  const more = [document.subtitle ?? '', ...document.genres, ...document.formats, document.description];
  const all = [head, ...more].join(' ');
  return {
    document,
    head,
    all,
    titleWords: tokensOf(document.title),
    makerWords: tokensOf(makerText),
    words: new Set(tokensOf(all)),
  };
}

export function matchesFilters(document: SearchDocument, filters: SearchFilters): boolean {
  const { kind, genre, format, maker, year } = filters;
  if (kind !== undefined && document.kind !== kind) return false;
  if (genre !== undefined && !document.genres.includes(genre)) return false;
  if (format !== undefined && !document.formats.includes(format)) return false;
  if (maker !== undefined && !document.makers.some(({ id, slug }) => id === maker || slug === maker)) return false;
  return year === undefined || document.year === year;
}
