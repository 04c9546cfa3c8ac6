import { createFormats } from '@tessera/remote-kit/i18n/formats.ts';
import { expect, test } from 'vitest';
import { differences, signedBytes } from './differences.ts';
import type { ReleaseDiff } from './types.ts';

const formats = createFormats('en');
const hash = (start: string) => `sha256-${start.padEnd(43, 'x')}=`;
const diff: ReleaseDiff = {
  remote: 'mfe-catalog',
  from: '1.0.0',
  to: '1.1.0',
  files: { added: [], removed: [], changed: [], unchanged: 3 },
  bytes: { from: 10, to: 10 },
  routes: { added: ['/a', '/b'], removed: [], changed: [] },
  shellContract: { from: '^1.0.0', to: '^1.0.0' },
  slice: {},
  sliceContract: { to: { hash: hash('abcdefghij'), range: '^1.2.0' } },
  sliceVersion: { from: '00000000000a', to: '00000000000b' },
  tools: [{ name: 'vite', from: '8.3.7', to: '8.3.8' }],
};

test('only what differs is told, from what to what', () => {
  expect(differences((key) => key, formats, diff)).toEqual([
    { what: 'diff.routesAdded', value: '/a and /b' },
    { what: 'diff.sliceRange', value: '– → ^1.2.0' },
    { what: 'diff.sliceHash', value: '– → abcdefgh' },
    { what: 'diff.sliceVersion', value: '00000000000a → 00000000000b' },
    { what: 'vite', value: '8.3.7 → 8.3.8' },
  ]);
});

test.each([
  [1_200, '+1.2 kB'],
  [-340, '−340 byte'],
  [0, '±0 byte'],
])('%d is %s', (difference, text) => {
  expect(signedBytes(formats, difference)).toBe(text);
});
