import { expect, test } from 'vitest';
import admin from '../../../mfe-admin/manifest.ts';
import support from '../../../mfe-ai-support/manifest.ts';
import catalog from '../../../mfe-catalog/manifest.ts';
import checkout from '../../../mfe-checkout/manifest.ts';
import library from '../../../mfe-library/manifest.ts';
import { remoteNames } from './remote-manifest.ts';
import { ownedSegmentOf, routePathProblem } from './reserved-paths.ts';
import { standardRemotes } from './standard-remotes.ts';

test.each([admin, support, catalog, checkout, library])('$name owns what it answers, in its place', (manifest) => {
  const owns = [...new Set(manifest.routes.map(({ path }) => ownedSegmentOf(path)))].sort();
  const standard = standardRemotes.find(({ name }) => name === manifest.name);
  expect({ slot: standard?.slot, owns: standard?.owns.toSorted() }).toEqual({ slot: manifest.slot, owns });
  for (const { path } of manifest.routes) expect(routePathProblem(path)).toBeUndefined();
});

test('there are no others', () => {
  expect(standardRemotes.map(({ name }) => name).sort()).toEqual([...remoteNames].sort());
});
