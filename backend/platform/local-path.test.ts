import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toLocalPath } from './local-path.ts';

test('whatever is accepted stays on the shop’s own origin', () => {
  const piece = fc.constantFrom(
    '/',
    '\\',
    '.',
    '..',
    '@',
    ':',
    'evil.example',
    'https:',
    '%2f',
    '\t',
    '\n',
    '?',
    '#',
    ' ',
    'a',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const path = toLocalPath(pieces.join(''));
      if (path === undefined) return;
      expect(new URL(path, 'http://aria.localhost:8080').origin).toBe('http://aria.localhost:8080');
    }),
    { numRuns: 2_000 },
  );
});

test.each(['/', '/de/library?x=1#top', '/work/wrk_1/slug', '/search?q=https://example.com'])('keeps %s', (path) => {
  expect(toLocalPath(path)).toBe(path);
});
