import { expect, test } from 'vitest';
import { satisfies } from './satisfies.ts';

test.each([
  ['1.1.0', '^1.0.0', true],
  ['1.1.0', '^1.2.0', false],
  ['2.0.0', '^1.0.0', false],
  ['1.0.0', '1.0.0', true],
  ['1.0.1', '1.0.0', false],
])('a contract of %s serves %s: %s', (version, range, serves) => {
  expect(satisfies(version, range)).toBe(serves);
});
