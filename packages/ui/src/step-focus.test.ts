import { expect, it } from 'vitest';
import { targetIndex } from './step-focus.ts';

const keys = { previous: 'ArrowUp', next: 'ArrowDown' };

it.each([
  ['ArrowDown', 0, 3, 1],
  ['ArrowDown', 2, 3, 0],
  ['ArrowDown', -1, 3, 0],
  ['ArrowUp', 0, 3, 2],
  ['ArrowUp', -1, 3, 2],
  ['Home', 2, 3, 0],
  ['End', 0, 3, 2],
  ['End', -1, 0, undefined],
  ['x', 1, 3, undefined],
])('%s from %i of %i leads to %s', (key, from, count, to) => {
  expect(targetIndex(key, from, count, keys)).toBe(to);
});
