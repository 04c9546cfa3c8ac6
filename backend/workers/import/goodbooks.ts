import type { ImportField } from '../../admin/import/fields.ts';
import { toIsbn10 } from './isbn.ts';
import type { Fields, Profile } from './profile.ts';

const headers: Record<string, ImportField> = {
  book_id: 'id',
  title: 'title',
  authors: 'makers',
  original_publication_year: 'year',
  language_code: 'language',
  isbn: 'isbn',
};

/** The columns of goodbooks-10k: years as decimals, ISBNs that lost their leading zeros, series in the title's brackets. */
export const goodbooks: Profile = {
  fieldOf: (header) => (Object.hasOwn(headers, header) ? headers[header] : undefined),
  tidy({ title, year, isbn, ...rest }) {
    const { isbn: genuine, ...named } = { ...splitSeries(title), ...(isbn ? { isbn: toIsbn10(isbn) } : {}) };
    const wholeYear = year?.replace(/\.0$/, '');
    return {
      ...rest,
      ...named,
      ...(genuine ? { isbn: genuine } : {}),
      ...(wholeYear ? { year: wholeYear } : {}),
      kind: 'book',
      delivery: 'physical',
      format: rest.format ?? 'print',
      productTitle: rest.productTitle ?? 'Paperback',
      description: rest.description ?? describe(wholeYear, genuine),
    };
  },
};

/** “The Hunger Games (The Hunger Games, #1)” is a title and a place in a series; other brackets belong to the title. */
export function splitSeries(title: string | undefined): Pick<Fields, 'title' | 'subtitle'> {
  if (title === undefined) return {};
  const open = title.endsWith(')') ? openingOf(title) : -1;
  const series = title.slice(open + 1, -1);
  const rest = title.slice(0, open).trim();
  return open > 0 && /#\d/.test(series) && rest !== '' ? { title: rest, subtitle: series } : { title };
}

/** Where the bracket that ends a text begins. */
function openingOf(text: string): number {
  let depth = 0;
  for (let at = text.length - 1; at >= 0; at--) {
    if (text[at] === ')') depth += 1;
    if (text[at] === '(') depth -= 1;
    if (depth === 0) return at;
  }
  return -1;
}

function describe(year: string | undefined, isbn: string | undefined): string {
  const published =
    year && (year.startsWith('-') ? `Written around ${year.slice(1)} BC.` : `First published in ${year}.`);
  return [published, isbn && `ISBN ${isbn}.`].filter(Boolean).join(' ');
}
