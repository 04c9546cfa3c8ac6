import type { BootDocument, BootRemote } from '@tessera/contracts/boot.ts';
import { ReleaseId, ReleaseSetId } from '@tessera/contracts/ids.ts';
import { expect, test } from 'vitest';
import { createSliceVersions } from './slice-versions.ts';

const remote = (name: string, slice: string, sliceVersion?: string): BootRemote => ({
  ...{ name, slice, slot: 'main', routes: [], version: '1.0.0', releaseId: ReleaseId.parse('rel_1000'), css: [] },
  entry: 'https://cdn.shop.test/remoteEntry.js',
  ...(sliceVersion === undefined ? {} : { sliceVersion }),
});
const versionsOf = (...remotes: BootRemote[]) =>
  createSliceVersions({
    releaseSet: {
      id: ReleaseSetId.parse('set_1000'),
      remotes: Object.fromEntries(remotes.map((one) => [one.name, one])),
    } satisfies BootDocument['releaseSet'],
  });
const [old, newer] = ['00000000000a', '00000000000b'];

test('a call is for the version that the slice’s own remote was built with, whoever calls', () => {
  const { refOf } = versionsOf(remote('mfe-catalog', 'catalog', newer), remote('mfe-library', 'library'));
  expect(refOf('/api/public/catalog/home')).toBe(`catalog.${newer}`);
  expect(refOf('/api/library/items')).toBeUndefined();
  expect(refOf('/api/session')).toBeUndefined();
  expect(refOf('/elsewhere')).toBeUndefined();
});

test('a remote of the shop’s own that reads a slice has no say in its version', () => {
  const { refOf, runs } = versionsOf(remote('mfe-catalog', 'catalog', newer), remote('mfe-stores', 'catalog'));
  runs({ name: 'mfe-stores' });
  expect(refOf('/api/public/catalog/home')).toBe(`catalog.${newer}`);
});

test('an earlier release that runs in place of the pinned one is answered by what it was built with', () => {
  const { refOf, runs } = versionsOf(remote('mfe-catalog', 'catalog', newer));
  runs({ name: 'mfe-catalog', sliceVersion: old });
  expect(refOf('/api/public/catalog/home')).toBe(`catalog.${old}`);
  runs({ name: 'mfe-catalog' });
  expect(refOf('/api/public/catalog/home')).toBeUndefined();
  runs({ name: 'mfe-catalog', sliceVersion: newer });
  expect(refOf('/api/public/catalog/home')).toBe(`catalog.${newer}`);
});
