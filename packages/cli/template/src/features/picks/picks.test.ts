import { expect, test } from 'vitest';
import { picksOf } from './picks.ts';

test.each([
  [0, ['a', 'b']],
  [1, ['c', 'd']],
  [2, ['e']],
  [3, ['a', 'b']],
])('turn %i', (turn, picks) => expect(picksOf(['a', 'b', 'c', 'd', 'e'], turn, 2)).toEqual(picks));

test('of nothing there is nothing to pick', () => expect(picksOf([], 3, 2)).toEqual([]));
