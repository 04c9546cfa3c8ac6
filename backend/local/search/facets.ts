import type { FacetName, FacetValue, WorkHits } from '../../platform/search/port.ts';
import type { WorkEntry } from './work-entry.ts';

const names: readonly FacetName[] = ['kind', 'genre', 'format', 'year', 'maker'];
const maxValues = 20;

export function countFacets(entries: readonly WorkEntry[]): WorkHits['facets'] {
  const counts = new Map<FacetName, Map<string, FacetValue>>(names.map((name) => [name, new Map()]));
  const add = (name: FacetName, value: string, label = value) => {
    const values = counts.get(name);
    const known = values?.get(value);
    if (known) known.count += 1;
    else values?.set(value, { value, label, count: 1 });
  };
  for (const { document } of entries) {
    add('kind', document.kind);
    for (const genre of document.genres) add('genre', genre);
    for (const format of document.formats) add('format', format);
    if (document.year !== undefined) add('year', String(document.year));
    for (const { slug, name } of document.makers) add('maker', slug, name);
  }
  return names
    .map((name) => ({ name, values: mostFrequent(counts.get(name)) }))
    .filter(({ values }) => values.length > 0);
}

const mostFrequent = (values: Map<string, FacetValue> | undefined): FacetValue[] =>
  [...(values?.values() ?? [])].sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1)).slice(0, maxValues);
