import fc from 'fast-check';
import { expect, test } from 'vitest';
import { combinationsOf, distanceWithin, nearestWords } from './spelling.ts';

test.each([
  ['harbour', 'harbour', 0],
  ['harbour', 'harbuor', 1],
  ['hobit', 'hobbit', 1],
  ['abc', 'xyz', undefined],
])('%s and %s are %s edits apart, of at most 2', (a, b, distance) => {
  expect(distanceWithin(a, b, 2)).toBe(distance);
});

test('distance is the same both ways', () => {
  const word = fc.string({ minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(word, word, (a, b) => {
      expect(distanceWithin(a, b, 8)).toBe(distanceWithin(b, a, 8));
    }),
    { seed: 3 },
  );
});

test('prefers letters left out to letters changed, and more frequent words', () => {
  const known: [string, number][] = [
    ['habit', 5],
    ['hobbit', 1],
    ['hobart', 9],
  ];
  expect(nearestWords('hobit', known, 2).map(({ words }) => words)).toEqual([['hobbit'], ['habit']]);
  expect(nearestWords('xyzzyq', known, 2)).toEqual([]);
  expect(nearestWords('hob', known, 2)).toEqual([]);
});

test('combines the likeliest first', () => {
  const spellings = combinationsOf([
    [
      { words: ['a'], cost: 1 },
      { words: ['b'], cost: 0 },
    ],
    [{ words: ['c'], cost: 0 }],
  ]);
  expect(spellings.map(({ words }) => words.join(' '))).toEqual(['b c', 'a c']);
});
