import { ReleaseRecord, ReleaseSet } from '@tessera/contracts/release.ts';
import { readBuild, type DistFiles } from '../publish/read-build.ts';
import type { LiveSet } from '../registry/load-set.ts';
import { releaseIdOf, releaseSetIdOf } from '../release-id.ts';
import { shopDists } from './dist.ts';

const signature = { kid: 'k1', value: 'a..b' };

/** A set as the registry hands it out, without an engine; `fallbacks` are earlier builds of some of its remotes. */
export function aLiveSet(dists: readonly DistFiles[] = shopDists(), fallbacks: readonly DistFiles[] = []): LiveSet {
  const recordOf = (dist: DistFiles) => {
    const read = readBuild(dist);
    if (!read.ok) throw new Error(`${read.reason}: ${read.detail}`);
    return ReleaseRecord.parse({
      ...read.build,
      releaseId: releaseIdOf(read.build),
      remote: read.build.manifest.name,
      tenantId: 'aria',
      publishedAt: '2026-01-01T00:00:00.000Z',
      publishedBy: 'test',
      signature,
    });
  };
  const records = dists.map(recordOf);
  const pins = ReleaseSet.pick({ tenantId: true, channel: true, releases: true }).parse({
    tenantId: 'aria',
    channel: 'live',
    releases: Object.fromEntries(records.map(({ remote, releaseId }) => [remote, releaseId])),
  });
  const set = ReleaseSet.parse({
    ...pins,
    id: releaseSetIdOf(pins),
    createdAt: '2026-01-01T00:00:00.000Z',
    createdBy: 'test',
    signature,
  });
  const shell = records.find(({ remote }) => remote === 'shell');
  if (!shell) throw new Error('a set needs a shell');
  return {
    set,
    shell,
    remotes: new Map(records.filter((record) => record !== shell).map((record) => [record.remote, record])),
    fallbacks: new Map(fallbacks.map(recordOf).map((record) => [record.remote, record])),
  };
}
