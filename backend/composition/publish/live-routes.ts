import type { RemoteRoutes } from '@tessera/contracts/check-build.ts';
import { RemoteBuild } from '@tessera/contracts/release.ts';
import { findLiveSet } from '../registry/find-live-set.ts';
import type { ReleaseRepository } from '../registry/repository.ts';

/** What each remote answers that a tenant's visitors are given now; nothing where nothing is live. */
export async function liveRoutesOf(repository: ReleaseRepository): Promise<RemoteRoutes[]> {
  const set = await findLiveSet(repository);
  const pins = Object.entries(set?.releases ?? {});
  const found = await Promise.all(
    pins.map(async ([remote, releaseId]) => ({ remote, stored: await repository.findRelease(releaseId) })),
  );
  return found.flatMap(({ remote, stored }) => {
    const build = RemoteBuild.safeParse(stored?.build);
    return build.success ? [{ remote, routes: build.data.manifest.routes }] : [];
  });
}
