/** What a listing is narrowed and ordered by; each stands in the page's URL under its own name. */
export const facetNames = ['kind', 'genre', 'format', 'year', 'maker'] as const;
export type FacetName = (typeof facetNames)[number];

export const sorts = ['relevance', 'newest', 'price-asc', 'price-desc', 'title'] as const;
export type Sort = (typeof sorts)[number];

export interface Filters {
  q: string;
  sort: Sort;
  chosen: Readonly<Partial<Record<FacetName, string>>>;
}

/** Reads a page's search; what it does not know it leaves out, so an odd link still lists something. */
export function parseFilters(search: URLSearchParams): Filters {
  const chosen = facetNames.flatMap((name) => {
    const value = search.get(name);
    return value ? [[name, value] as const] : [];
  });
  return {
    q: search.get('q')?.trim() ?? '',
    sort: sorts.find((sort) => sort === search.get('sort')) ?? 'relevance',
    chosen: Object.fromEntries(chosen),
  };
}

/** The search part of a URL, or nothing where nothing is set. Always in the same order: one view, one address. */
export function toSearch({ q, sort, chosen }: Filters): string {
  const search = new URLSearchParams();
  if (q) search.set('q', q);
  for (const name of facetNames) if (chosen[name]) search.set(name, chosen[name]);
  if (sort !== 'relevance') search.set('sort', sort);
  return search.size === 0 ? '' : `?${search}`;
}

/** Chooses a facet's value, or lets go of it where it is chosen already. */
export function toggle(filters: Filters, name: FacetName, value: string): Filters {
  const { [name]: former, ...others } = filters.chosen;
  return { ...filters, chosen: former === value ? others : { ...others, [name]: value } };
}

export const withoutChoices = (filters: Filters): Filters => ({ ...filters, chosen: {} });

export const countChoices = ({ chosen }: Filters): number => Object.keys(chosen).length;
