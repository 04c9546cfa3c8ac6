import { expect, it } from 'vitest';
import { pageAfter } from './list-page.ts';

const toItems = (...ids: number[]) => ids.map((id) => ({ id }));
const kept = { question: 'all', page: { items: toItems(1, 2, 3, 4), nextCursor: 'after 4' } };

it('keeps the further pages when the first one is fetched anew', () => {
  expect(pageAfter('all', { items: toItems(1, 2), nextCursor: 'after 2' }, kept)).toEqual(kept.page);
});

it('puts what is new before them', () => {
  const { items, nextCursor } = pageAfter('all', { items: toItems(0, 1), nextCursor: 'after 1' }, kept);
  expect({ items, nextCursor }).toEqual({ items: toItems(0, 1, 2, 3, 4), nextCursor: 'after 4' });
});

it('keeps the end of the list', () => {
  const whole = { question: 'all', page: { items: toItems(1, 2, 3) } };
  expect(pageAfter('all', { items: toItems(1, 2), nextCursor: 'after 2' }, whole).nextCursor).toBeUndefined();
});

it.each([
  ['another question', 'some', { items: toItems(1, 2), nextCursor: 'after 2' }],
  ['a gap', 'all', { items: toItems(8, 9), nextCursor: 'after 9' }],
  ['a first page that is the whole list', 'all', { items: toItems(1) }],
])('starts over after %s', (_, question, first) => {
  expect(pageAfter(question, first, kept)).toBe(first);
});
