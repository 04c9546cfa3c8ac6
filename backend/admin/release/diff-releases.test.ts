import { expect, test } from 'vitest';
import { distOf, route } from '../../composition/testing/dist.ts';
import { buildOf } from '../testing/publish.ts';
import { diffReleases } from './diff-releases.ts';

const before = buildOf(
  distOf({
    name: 'mfe-stores',
    version: '1.0.0',
    files: { 'entry.js': 'a', 'old.js': 'bb', 'style.css': 'c' },
    routes: [route('a', '/stores'), route('b', '/stores/old'), route('c', '/stores/:id')],
    build: { tools: { vite: '8.0.0', react: '19.0.0' } },
  }),
);
const after = buildOf(
  distOf({
    name: 'mfe-stores',
    version: '1.1.0',
    files: { 'entry.js': 'aaaa', 'new.js': 'ddd', 'style.css': 'c' },
    routes: [route('a', '/stores'), route('c', '/stores/:id', { access: 'signed-in' }), route('d', '/stores/new')],
    build: { tools: { vite: '8.1.0', react: '19.0.0' }, sliceVersion: '0123456789ab' },
  }),
);

test('names what is new, gone and changed, and nothing else', () => {
  expect(diffReleases(before, after)).toEqual({
    remote: 'mfe-stores',
    from: '1.0.0',
    to: '1.1.0',
    files: {
      added: [{ path: 'new.js', bytes: 3 }],
      removed: [{ path: 'old.js', bytes: 2 }],
      changed: [{ path: 'entry.js', fromBytes: 1, toBytes: 4 }],
      unchanged: 1,
    },
    bytes: { from: 4, to: 8 },
    routes: { added: ['/stores/new'], removed: ['/stores/old'], changed: ['/stores/:id'] },
    shellContract: { from: '^1.0.0', to: '^1.0.0' },
    slice: { from: 'catalog', to: 'catalog' },
    sliceContract: {},
    sliceVersion: { to: '0123456789ab' },
    tools: [{ name: 'vite', from: '8.0.0', to: '8.1.0' }],
  });
});

test('of a release and itself there is nothing to name', () => {
  const same = diffReleases(after, after);
  expect([same.files, same.routes, same.tools]).toEqual([
    { added: [], removed: [], changed: [], unchanged: 3 },
    { added: [], removed: [], changed: [] },
    [],
  ]);
});
