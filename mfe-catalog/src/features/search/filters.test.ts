import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  countChoices,
  facetNames,
  type Filters,
  parseFilters,
  sorts,
  toggle,
  toSearch,
  withoutChoices,
} from './filters.ts';

const filters: fc.Arbitrary<Filters> = fc.record({
  q: fc.string({ maxLength: 20 }).map((text) => text.trim()),
  sort: fc.constantFrom(...sorts),
  chosen: fc
    .uniqueArray(fc.tuple(fc.constantFrom(...facetNames), fc.string({ minLength: 1, maxLength: 12 })), {
      selector: ([name]) => name,
    })
    .map((entries) => Object.fromEntries(entries)),
});

describe('filters', () => {
  it('read back what they wrote', () => {
    fc.assert(
      fc.property(filters, (given) => {
        expect(parseFilters(new URLSearchParams(toSearch(given)))).toEqual(given);
      }),
      { seed: 3 },
    );
  });

  it('toggle back to where they were', () => {
    fc.assert(
      fc.property(filters, fc.constantFrom(...facetNames), (given, name) => {
        const free = { ...given, chosen: { ...given.chosen, [name]: undefined } };
        const { [name]: _unset, ...others } = free.chosen;
        const start = { ...given, chosen: others };
        expect(toggle(toggle(start, name, 'x'), name, 'x')).toEqual(start);
      }),
      { seed: 4 },
    );
  });

  it('choose one value a facet', () => {
    const given = parseFilters(new URLSearchParams('genre=jazz'));
    expect(toggle(given, 'genre', 'folk').chosen).toEqual({ genre: 'folk' });
    expect(countChoices(withoutChoices(given))).toBe(0);
  });

  it('make nothing of what they do not know', () => {
    expect(parseFilters(new URLSearchParams('sort=loudest&colour=red&genre='))).toEqual({
      q: '',
      sort: 'relevance',
      chosen: {},
    });
  });
});
