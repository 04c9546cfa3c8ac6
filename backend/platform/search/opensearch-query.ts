import type { SearchFilters, WorkQuery } from './port.ts';

const fields = ['title^4', 'makers.name^3', 'subtitle', 'genres.text', 'description'];

/** Every word must be there, the last one perhaps only begun; `fuzzy` takes words that are spelled nearly so. */
export function textQuery(text: string, spelling: 'exact' | 'fuzzy'): Record<string, unknown> {
  if (text.trim() === '') return { match_all: {} };
  if (spelling === 'fuzzy') return { multi_match: { query: text, fields, fuzziness: 'AUTO', operator: 'and' } };
  return {
    bool: {
      must: [{ multi_match: { query: text, fields, type: 'bool_prefix', operator: 'and' } }],
      should: [{ match_phrase: { title: { query: text, boost: 8 } } }],
    },
  };
}

export const suggestQuery = (text: string): Record<string, unknown> => ({
  multi_match: { query: text, fields: ['title^2', 'makers.name'], type: 'bool_prefix', operator: 'and' },
});

export function filtersOf({ kind, genre, format, maker, year }: SearchFilters): Record<string, unknown>[] {
  const term = (field: string, value: string | number | undefined) =>
    value === undefined ? [] : [{ term: { [field]: value } }];
  return [
    ...term('kind', kind),
    ...term('genres', genre),
    ...term('formats', format),
    ...term('year', year),
    ...(maker === undefined
      ? []
      : [{ bool: { should: [{ term: { 'makers.slug': maker } }, { term: { 'makers.id': maker } }] } }]),
  ];
}

export function sortOf({ sort, priceListId, text }: WorkQuery): Record<string, unknown>[] {
  const byId = { id: 'asc' };
  const newest = [{ publishedOn: 'desc' }, byId];
  const byPrice = (order: 'asc' | 'desc') => [
    { [`listPrices.${priceListId ?? 'none'}`]: { order, missing: '_last', unmapped_type: 'long' } },
    byId,
  ];
  switch (sort) {
    case 'price-asc':
      return byPrice('asc');
    case 'price-desc':
      return byPrice('desc');
    case 'title':
      return [{ 'title.sorted': 'asc' }, byId];
    case 'newest':
      return newest;
    case 'relevance':
      return text.trim() === '' ? newest : [{ _score: 'desc' }, ...newest];
  }
}

const terms = (field: string) => ({ terms: { field, size: 20 } });

export const facetsOf = {
  kind: terms('kind'),
  genre: terms('genres'),
  format: terms('formats'),
  year: terms('year'),
  maker: terms('makerFacet'),
};
