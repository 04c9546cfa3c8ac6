import { expect, test } from 'vitest';
import type { Text } from '../../shared/text.ts';
import { commandsFor, stepTo } from './commands.ts';

const t: Text = (key, values) => [key, ...Object.values(values ?? {})].join(' ');

test('rooms are found by any part of their name', () => {
  expect(commandsFor('', ['admin'], t)).toHaveLength(10);
  expect(commandsFor('PEOPLE nav', ['admin'], t)[0]?.to).toBe('/admin/people');
});

test('words that name no room search the lists', () => {
  expect(commandsFor('a-1042', ['admin'], t).map(({ to }) => to)).toEqual([
    '/admin/orders?q=a-1042',
    '/admin/catalog?q=a-1042',
    '/admin/people?q=a-1042',
  ]);
});

test('nobody is led where they are not let in', () => {
  expect(commandsFor('x', ['developer'], t)).toEqual([]);
  expect(commandsFor('x', ['staff'], t)).toHaveLength(2);
});

test.each([
  ['ArrowDown', 2, 3, 0],
  ['ArrowUp', 0, 3, 2],
  ['ArrowDown', 0, 0, undefined],
  ['a', 0, 3, undefined],
])('%s from %i of %i leads to %s', (key, index, count, next) => {
  expect(stepTo(key, index, count)).toBe(next);
});
