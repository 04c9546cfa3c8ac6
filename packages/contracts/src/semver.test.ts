import { expect, test } from 'vitest';
import { satisfies } from './satisfies.ts';
import { compareVersions } from './semver.ts';

test('versions are in order of precedence', () => {
  const inOrder = [
    '1.0.0-1',
    '1.0.0-alpha',
    '1.0.0-alpha.1',
    '1.0.0-alpha.beta',
    '1.0.0-beta.2',
    '1.0.0-beta.11',
    '1.0.0',
    '1.2.0',
    '1.10.0',
    '2.0.0-a',
    '2.0.0',
  ];
  expect(inOrder.toReversed().sort(compareVersions)).toEqual(inOrder);
});

test.each([
  ['1.1.0', '^1.0.0', true],
  ['1.1.0', '^1.2.0', false],
  ['2.0.0', '^1.0.0', false],
  ['1.0.0', '1.0.0', true],
  ['1.0.1', '1.0.0', false],
])('a contract of %s serves %s: %s', (version, range, serves) => {
  expect(satisfies(version, range)).toBe(serves);
});
