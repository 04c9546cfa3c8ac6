import type { LiveRelease } from '@tessera/contracts/api/releases.ts';
import { RemoteBuild } from '@tessera/contracts/release.ts';
import type { z } from 'zod';
import { findLiveSet } from '../../composition/registry/find-live-set.ts';
import type { ReleaseRepository } from '../../composition/registry/repository.ts';

export interface LiveReleases {
  releaseSetId: string;
  items: z.infer<typeof LiveRelease>[];
}

const Build = RemoteBuild.pick({ files: true });

/** What a tenant's shoppers are served; undefined where nothing was ever published. */
export async function findLiveReleases(repository: ReleaseRepository): Promise<LiveReleases | undefined> {
  const set = await findLiveSet(repository);
  if (!set) return undefined;
  const pins = Object.entries(set.releases).sort(([a], [b]) => (a < b ? -1 : 1));
  const found = await Promise.all(
    pins.map(async ([remote, releaseId]) => ({ remote, stored: await repository.findRelease(releaseId) })),
  );
  const items = found.flatMap(({ remote, stored }) => {
    if (!stored) return [];
    const { version, releaseId, publishedAt, reservedAt, publishedBy, build } = stored;
    const bytes = Build.parse(build).files.reduce((sum, file) => sum + file.bytes, 0);
    return [{ remote, version, releaseId, publishedAt: publishedAt ?? reservedAt, publishedBy, bytes }];
  });
  return { releaseSetId: set.id, items };
}

/** Ids of what is live, for which no release has to be read. */
export const findLiveIds = async (repository: ReleaseRepository): Promise<ReadonlySet<string>> =>
  new Set(Object.values((await findLiveSet(repository))?.releases ?? {}));
