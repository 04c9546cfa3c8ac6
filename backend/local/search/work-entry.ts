import type { SearchDocument, SearchFilters } from '../../platform/search/port.ts';
import { tokensOf } from './tokens-of.ts';

/** A document with what ranking needs of it, computed once. */
export interface WorkEntry {
  document: SearchDocument;
  titleWords: readonly string[];
  makerWords: readonly string[];
  /** Words of title and makers. */
  names: ReadonlySet<string>;
  /** Every word of the document. */
  words: ReadonlySet<string>;
}

export function toEntry(document: SearchDocument): WorkEntry {
  const titleWords = tokensOf(document.title);
  const makerWords = tokensOf(document.makers.map(({ name }) => name).join(' '));
  const more = [document.subtitle ?? '', ...document.genres, ...document.formats, document.description];
  return {
    document,
    titleWords,
    makerWords,
    names: new Set([...titleWords, ...makerWords]),
    words: new Set([...titleWords, ...makerWords, ...tokensOf(more.join(' '))]),
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
