import { expect, test } from 'vitest';
import { dayOfYear } from '../../admin/catalog/day-of-year.ts';
import { splitSeries } from './goodbooks.ts';
import { toIsbn10 } from './isbn.ts';
import { parseRow } from './import-row.ts';
import { profiles, toFields } from './profile.ts';

test.each([
  ['The Hunger Games (The Hunger Games, #1)', 'The Hunger Games', 'The Hunger Games, #1'],
  ['Ranma ½, Vol. 1 (Ranma ½ (US 2nd), #1)', 'Ranma ½, Vol. 1', 'Ranma ½ (US 2nd), #1'],
  ['America (The Book): A Guide', 'America (The Book): A Guide', undefined],
  ['Nickel and Dimed (And Other Concerns)', 'Nickel and Dimed (And Other Concerns)', undefined],
  ['(#1)', '(#1)', undefined],
  ['Broken #1)', 'Broken #1)', undefined],
])('%s', (text, title, subtitle) => {
  expect(splitSeries(text)).toEqual({ title, ...(subtitle ? { subtitle } : {}) });
});

test.each([
  ['439023483', '0439023483'],
  ['080442957X', '080442957X'],
  ['61120081', '0061120081'],
  ['439023484', undefined],
  ['', undefined],
])('ISBN %s is %s', (text, isbn) => {
  expect(toIsbn10(text)).toBe(isbn);
});

test.each([
  [2008, '2008-01-01'],
  [17, '0017-01-01'],
  [-1, '0000-01-01'],
  [-750, '-000749-01-01'],
])('the year %i begins on %s', (year, day) => {
  expect(dayOfYear(year)).toBe(day);
  expect(Number.isNaN(Date.parse(day))).toBe(false);
});

const read = (cells: Record<string, string>) =>
  parseRow(toFields(cells, profiles.goodbooks, {}), { currency: 'EUR', priceMinor: '999' });

test('a row of the file is a printed book', () => {
  const cells = {
    book_id: '2',
    isbn: '439554934',
    authors: 'J.K. Rowling, Mary GrandPré',
    original_publication_year: '-750.0',
    title: 'Harry Potter and the Sorcerer’s Stone (Harry Potter, #1)',
    language_code: 'eng',
    image_url: 'https://pictures.example/1.jpg',
  };
  expect(read(cells)).toEqual({
    ok: true,
    row: {
      id: '2',
      title: 'Harry Potter and the Sorcerer’s Stone',
      subtitle: 'Harry Potter, #1',
      kind: 'book',
      makers: ['J.K. Rowling', 'Mary GrandPré'],
      year: -750,
      language: 'en',
      description: 'Written around 750 BC. ISBN 0439554934.',
      delivery: 'physical',
      format: 'print',
      productTitle: 'Paperback',
      amountMinor: '999',
      currency: 'EUR',
    },
  });
});

test('year, ISBN and language may be missing', () => {
  const cells = { book_id: '3', isbn: '', authors: 'A', original_publication_year: '', title: 'B', language_code: '' };
  expect(read(cells)).toMatchObject({ ok: true, row: { description: '' } });
});

test.each([
  [{ title: '', authors: 'A' }, 'title', 'is missing'],
  [{ title: 'T', authors: '' }, 'makers', 'are missing'],
  [{ title: 'T', authors: 'A', original_publication_year: '19x' }, 'year', 'is no whole number'],
])('%j is refused', (cells, column, message) => {
  expect(read(cells)).toEqual({ ok: false, column, message });
});

test.each([
  ['12.99', 'USD', '1299'],
  ['12,9', 'EUR', '1290'],
  ['500', 'JPY', '500'],
  ['5.5', 'JPY', undefined],
  ['0', 'USD', undefined],
  ['-1', 'USD', undefined],
  ['12.999', 'USD', undefined],
])('%s in %s', (price, currency, amountMinor) => {
  const result = parseRow({ title: 'T', makers: 'A', price, currency }, { currency: 'USD' });
  expect(result.ok ? result.row.amountMinor : undefined).toBe(amountMinor);
});
