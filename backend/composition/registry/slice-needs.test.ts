import fc from 'fast-check';
import { expect, test } from 'vitest';
import { refOf, toNeeds } from './slice-needs.ts';
import { needChanges } from './slice-registry.ts';

const build = (remote: string, version: string, slice: string, sliceVersion?: string) => ({
  manifest: { name: remote, slot: 'main' as const, slice, shellContract: '^1.0.0', locales: [], routes: [] },
  version,
  ...(sliceVersion === undefined ? {} : { sliceVersion }),
});

test('a version is needed by the releases that name it, and by no others', () => {
  expect(
    toNeeds([
      build('mfe-catalog', '2.0.0', 'catalog', '00000000000b'),
      build('mfe-catalog', '1.0.0', 'catalog', '00000000000a'),
      build('mfe-catalog', '1.1.0', 'catalog', '00000000000a'),
      build('mfe-stores', '1.0.0', 'catalog'),
      build('shell', '1.0.0', 'session'),
    ]),
  ).toEqual([
    { slice: 'catalog', version: '00000000000a', releases: ['mfe-catalog 1.0.0', 'mfe-catalog 1.1.0'] },
    { slice: 'catalog', version: '00000000000b', releases: ['mfe-catalog 2.0.0'] },
  ]);
});

test('whatever a channel moves through, what is noted is what its last move needs', () => {
  const version = fc.constantFrom('00000000000a', '00000000000b', '00000000000c');
  const one = fc
    .tuple(fc.constantFrom('catalog', 'checkout'), version)
    .map(([slice, sliceVersion]) => build(`mfe-${slice}`, '1.0.0', slice, sliceVersion));
  fc.assert(
    fc.property(fc.array(fc.array(one, { maxLength: 6 }), { maxLength: 8 }), (moves) => {
      const noted = new Set<string>();
      let before: string[] = [];
      for (const builds of moves) {
        const after = toNeeds(builds);
        const { put, remove } = needChanges(before, after);
        // One transaction may not write one item twice.
        const touched = [...put, ...remove].map(refOf);
        expect(new Set(touched).size).toBe(touched.length);
        for (const need of put) noted.add(refOf(need));
        for (const need of remove) noted.delete(refOf(need));
        before = after.map(refOf);
        expect([...noted].sort()).toEqual(before);
      }
    }),
  );
});
