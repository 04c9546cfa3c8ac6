import { expect, test } from 'vitest';
import type { ReleaseSummary } from '../../composition/registry/repository.ts';
import { listReleases } from './list-releases.ts';

const release = (remote: string, version: string, day: number, more: Partial<ReleaseSummary> = {}): ReleaseSummary => ({
  ...{ remote, version, releaseId: `rel_${remote}-${version}`, state: 'published', files: 2, bytes: 10, by: 'usr_1' },
  at: `2026-01-0${day}T00:00:00.000Z`,
  ...more,
});

const lists = {
  tenantId: 'aria',
  own: [
    release('mfe-stores', '1.10.0', 1),
    release('mfe-stores', '1.9.0', 3),
    release('mfe-stores', '2.0.0', 4, { state: 'reserved', ttl: 1_900_000_000 }),
    release('mfe-catalog', '1.0.0', 3),
  ],
  platform: [release('mfe-library', '3.0.0', 2)],
  live: [
    { remote: 'mfe-stores', version: '1.9.0', releaseId: 'rel_mfe-stores-1.9.0' },
    { remote: 'shell', version: '0.1.0', releaseId: 'rel_shell' },
  ],
};
const namesOf = ({ items }: ReturnType<typeof listReleases>) =>
  items.map(({ remote, version }) => `${remote} ${version}`);

test('lists the newest first, with those that every shop has, and says what is live', () => {
  const page = listReleases(lists, { limit: 10 });
  expect(namesOf(page)).toEqual([
    'mfe-stores 2.0.0',
    'mfe-catalog 1.0.0',
    'mfe-stores 1.9.0',
    'mfe-library 3.0.0',
    'mfe-stores 1.10.0',
  ]);
  expect(page.items.map(({ live }) => live)).toEqual([false, false, true, false, false]);
  expect(page.items.map(({ scope }) => scope)).toEqual(['tenant', 'tenant', 'tenant', 'platform', 'tenant']);
  expect(page.items[0]).toMatchObject({ state: 'reserved', expiresAt: '2030-03-17T17:46:40.000Z' });
  expect(page.next).toBeUndefined();
});

test('says of each remote what was published last and what is live', () => {
  expect(listReleases(lists, { limit: 1 }).remotes).toEqual([
    { remote: 'mfe-catalog', standard: true, releases: 1, latestVersion: '1.0.0' },
    { remote: 'mfe-library', standard: true, releases: 1, latestVersion: '3.0.0' },
    { remote: 'mfe-stores', standard: false, releases: 2, latestVersion: '1.9.0', liveVersion: '1.9.0' },
    { remote: 'shell', standard: true, releases: 0, liveVersion: '0.1.0' },
  ]);
});

test.each([1, 2, 3])('pages of %i leave none out and show none twice', (limit) => {
  const seen: string[] = [];
  let after: ReturnType<typeof listReleases>['next'];
  do {
    const page = listReleases(lists, { limit, after });
    seen.push(...namesOf(page));
    after = page.next;
  } while (after);
  expect(seen).toEqual(namesOf(listReleases(lists, { limit: 10 })));
});

test('lists one remote alone', () => {
  expect(namesOf(listReleases(lists, { remote: 'mfe-library', limit: 10 }))).toEqual(['mfe-library 3.0.0']);
});
